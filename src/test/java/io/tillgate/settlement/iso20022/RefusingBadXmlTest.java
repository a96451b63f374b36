package io.tillgate.settlement.iso20022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is not a message is refused with its place, whatever it tries. */
class RefusingBadXmlTest {
    private static final String NOTIFICATION = "urn:iso:std:iso:20022:tech:xsd:camt.054.001.08";
    private static final List<String> SEEDS = List.of(
            "swiss-camt.054.v8-batch-a.xml",
            "swiss-camt.054.v4-returns-1.xml",
            "swiss-camt.053.v4.xml",
            "isojs-pain.002.v14-partial.xml");

    @Test
    void a_document_type_is_refused_where_it_stands() {
        Reading.Unreadable refused = refused("""
                <?xml version="1.0"?>
                <!DOCTYPE Document [<!ENTITY x SYSTEM "file:///etc/passwd">]>
                <Document xmlns="%s">&x;</Document>""".formatted(NOTIFICATION));

        assertThat(refused.kind()).isEqualTo(Reading.Kind.FORBIDDEN);
        assertThat(refused.places().getFirst().line()).isEqualTo(2);
        assertThat(refused.places().getFirst().fault()).doesNotContain("passwd");
    }

    @Test
    void entities_that_grow_are_refused_before_they_grow() {
        assertThat(refused("""
                        <!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>
                        <Document xmlns="%s">&b;</Document>""".formatted(NOTIFICATION)).kind()).isEqualTo(Reading.Kind.FORBIDDEN);
        assertThat(refused("<Document xmlns=\"" + NOTIFICATION + "\">&b;</Document>")
                        .kind())
                .isEqualTo(Reading.Kind.MALFORMED);
    }

    @Test
    void an_inclusion_is_refused() {
        assertThat(refused("""
                        <Document xmlns="%s"><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/></Document>""".formatted(NOTIFICATION)).kind()).isEqualTo(Reading.Kind.FORBIDDEN);
    }

    @Test
    void a_schema_of_its_own_choice_is_not_looked_at() {
        Reading.Unreadable refused = refused("""
                <Document xmlns="%s" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                  xsi:schemaLocation="%s http://127.0.0.1:9/any.xsd"><Anything/></Document>""".formatted(NOTIFICATION, NOTIFICATION));

        assertThat(refused.kind()).isEqualTo(Reading.Kind.INVALID);
        assertThat(refused.places().getFirst().line()).isEqualTo(2);
    }

    @Test
    void a_version_nobody_knows_is_refused_with_the_versions_that_are_known() {
        Reading.Unreadable refused = refused("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.99\"/>");

        assertThat(refused.kind()).isEqualTo(Reading.Kind.UNKNOWN_MESSAGE);
        assertThat(refused.places().getFirst().fault()).contains("camt.054.001.08");
        assertThat(refused("<html/>").kind()).isEqualTo(Reading.Kind.UNKNOWN_MESSAGE);
    }

    @Test
    void depth_ends_early() {
        String open = "<a>".repeat(100_000);
        assertThat(refused("<Document xmlns=\"" + NOTIFICATION + "\">" + open).kind())
                .isIn(Reading.Kind.TOO_DEEP, Reading.Kind.INVALID);
        assertThat(refused(sample("swiss-camt.054.v8-batch-a.xml")
                                .replace(
                                        "</Ntfctn>",
                                        "<SplmtryData><Envlp>" + "<x>".repeat(100) + "</x>".repeat(100)
                                                + "</Envlp></SplmtryData></Ntfctn>"))
                        .kind())
                .isEqualTo(Reading.Kind.TOO_DEEP);
    }

    @Test
    void size_is_refused_before_anything_is_looked_at() {
        Reading reading = BankMessages.read(new byte[BankMessages.BYTES_MAX + 1]);

        assertThat(((Reading.Unreadable) reading).kind()).isEqualTo(Reading.Kind.TOO_LARGE);
    }

    @Test
    void a_wrong_amount_is_named_by_line_and_column() {
        String sample = sample("swiss-camt.054.v8-batch-a.xml");
        String wrong = sample.replaceFirst("1692\\.22", "lots");
        int line = (int) wrong.substring(0, wrong.indexOf("lots")).lines().count();

        Reading.Unreadable refused = refused(wrong);

        assertThat(refused.kind()).isEqualTo(Reading.Kind.INVALID);
        assertThat(refused.places().getFirst().line()).isEqualTo(line);
        assertThat(refused.places().getFirst().column()).isPositive();
    }

    @Test
    void faults_are_counted_only_so_far() {
        String many =
                sample("swiss-camt.054.v8-batch-a.xml").replace("<Ntry>", "<Ntry><Amt>x</Amt>".repeat(100) + "<Ntry>");

        assertThat(refused(many).places()).hasSizeLessThanOrEqualTo(XmlIntake.PLACES_MAX);
    }

    @Test
    void no_bytes_no_binary_and_no_truncation_break_the_reader() {
        BankMessages.read(new byte[0]);
        Random random = new Random(20_261_122);
        for (String seed : SEEDS) {
            byte[] whole = sample(seed).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 150; i++) {
                byte[] broken = i % 3 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
                for (int change = random.nextInt(4); change > 0 && broken.length > 0; change--) {
                    broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
                }
                assertThatCode(() -> BankMessages.read(broken))
                        .as("%s, mutation %d", seed, i)
                        .doesNotThrowAnyException();
            }
        }
    }

    private static Reading.Unreadable refused(String xml) {
        return (Reading.Unreadable) BankMessages.read(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static String sample(String file) {
        try (var stream =
                Objects.requireNonNull(RefusingBadXmlTest.class.getResourceAsStream("/iso20022/samples/" + file))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
