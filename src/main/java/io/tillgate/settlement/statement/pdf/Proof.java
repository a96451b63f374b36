package io.tillgate.settlement.statement.pdf;

import io.tillgate.settlement.statement.Statement;
import io.tillgate.settlement.statement.StatementWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/** The signed head of the journal behind the statement, and what it proves. */
final class Proof {
    private static final float INSET = 18;
    private static final float VALUE = Sheets.LEFT + INSET + 84;
    private static final float LINE = 11;

    private final Sheets sheets;
    private final Statement statement;
    private final StatementWords words;

    Proof(Sheets sheets, Statement statement, StatementWords words) {
        this.sheets = sheets;
        this.statement = statement;
        this.words = words;
    }

    private record Fact(String name, List<String> value) {}

    boolean fits() throws IOException {
        return sheets.hasRoom(height(explained(), facts()));
    }

    void draw() throws IOException {
        List<String> text = explained();
        List<Fact> facts = facts();
        float height = height(text, facts);
        sheets.need(height);
        sheets.fill(Sheets.LEFT, sheets.y() - height, Sheets.RIGHT - Sheets.LEFT, height, Style.GROUND);
        float line = sheets.y() - 22;
        sheets.tags().part(StandardStructureTypes.H2);
        sheets.text(
                Sheets.LEFT + INSET,
                line,
                words.pick("What this statement stands on", "本结算单的凭据"),
                new Style(10, true, Style.INK));
        line -= 16;
        sheets.tags().part(StandardStructureTypes.P);
        for (String part : text) {
            sheets.text(Sheets.LEFT + INSET, line, part, Style.QUIET);
            line -= LINE;
        }
        line -= 5;
        for (Fact fact : facts) {
            sheets.tags().part(StandardStructureTypes.P);
            sheets.text(Sheets.LEFT + INSET, line, fact.name, Style.LABEL);
            for (String part : fact.value) {
                sheets.text(VALUE, line, part, Style.CODE);
                line -= LINE;
            }
        }
        sheets.tags().paragraphs();
        sheets.down(height);
    }

    private static float height(List<String> text, List<Fact> facts) {
        int lines =
                text.size() + facts.stream().mapToInt(fact -> fact.value.size()).sum();
        return lines * LINE + 52;
    }

    private List<String> explained() throws IOException {
        return Lines.wrap(sheets.faces(), explanation(), Style.QUIET, Sheets.RIGHT - Sheets.LEFT - 2 * INSET);
    }

    private String explanation() {
        long through = statement.head().throughEntry();
        return words.pick(
                "Every booking behind this statement is an entry of the journal with a number up to " + through
                        + ". Each entry's hash contains the one before it, and the head below is signed. Whoever keeps this"
                        + " page can show later that no booking up to it was changed, removed or slipped in: the hash would be"
                        + " another one.",
                "本结算单所依据的每笔记账都是账簿中编号不大于 " + through
                        + " 的分录。每条分录的哈希值都包含前一条的哈希值，下列链首经过签名。保存本页即可在日后证明：此前的分录没有被更改、删除或插入，否则哈希值会不同。");
    }

    private List<Fact> facts() throws IOException {
        var head = statement.head();
        List<Fact> facts = new ArrayList<>();
        facts.add(fact(words.pick("Journal", "账簿"), head.tenant()));
        facts.add(fact(words.pick("Entry number", "分录编号"), Long.toString(head.number())));
        facts.add(fact(words.pick("Hash (SHA-256)", "哈希值 (SHA-256)"), head.hash()));
        facts.add(fact(words.pick("Signature (Ed25519)", "签名 (Ed25519)"), head.signature()));
        facts.add(fact(words.pick("Key fingerprint", "公钥指纹"), head.keyFingerprint()));
        facts.add(fact(words.pick("Sealed", "封存时间"), head.sealedAt().toString()));
        return facts;
    }

    private Fact fact(String name, String value) throws IOException {
        return new Fact(name, Lines.wrap(sheets.faces(), value, Style.CODE, Sheets.RIGHT - INSET - VALUE));
    }
}
