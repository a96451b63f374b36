package io.tillgate.settlement.statement.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.jspecify.annotations.Nullable;

/**
 * The document for whoever does not see it (ISO 32000-1, 14.7 and 14.8): headings, paragraphs and tables with their heads, in
 * the order in which they are drawn. Lines, grounds and what is repeated on every page are left out of it.
 */
final class Tags {
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement whole;
    private final IdentityHashMap<PDPage, COSArray> owners = new IdentityHashMap<>();
    private final List<COSArray> pages = new ArrayList<>();
    private @Nullable PDStructureElement current;
    private boolean isRepeated;

    Tags(PDDocument document) {
        whole = new PDStructureElement(StandardStructureTypes.DOCUMENT, root);
        root.appendKid(whole);
        PDMarkInfo marked = new PDMarkInfo();
        marked.setMarked(true);
        document.getDocumentCatalog().setMarkInfo(marked);
        document.getDocumentCatalog().setStructureTreeRoot(root);
    }

    /** What is drawn from now on belongs to a new part of the document, such as {@code H1}. */
    void part(String type) {
        current = child(whole, type);
    }

    /** What is drawn from now on belongs to a new cell of a row. */
    void cell(PDStructureElement row, String type) {
        current = child(row, type);
        if (type.equals(StandardStructureTypes.TH)) {
            PDTableAttributeObject head = new PDTableAttributeObject();
            head.setScope(PDTableAttributeObject.SCOPE_COLUMN);
            current.addAttribute(head);
        }
    }

    /** A row of one cell over so many columns. */
    void wideCell(PDStructureElement table, int columns) {
        if (isRepeated) {
            return;
        }
        current = child(row(table), StandardStructureTypes.TD);
        PDTableAttributeObject wide = new PDTableAttributeObject();
        wide.setColSpan(columns);
        current.addAttribute(wide);
    }

    /** What is drawn from now on is a paragraph each. */
    void paragraphs() {
        current = null;
    }

    /** What is drawn from now on stands elsewhere already, such as the head of a table on its second page. */
    void repeated(boolean repeats) {
        isRepeated = repeats;
    }

    PDStructureElement table() {
        return child(whole, StandardStructureTypes.TABLE);
    }

    PDStructureElement row(PDStructureElement table) {
        return child(table, StandardStructureTypes.TR);
    }

    /** Text follows. */
    void begin(PDPageContentStream out, PDPage page) throws IOException {
        if (isRepeated) {
            ornament(out);
            return;
        }
        PDStructureElement owner = current == null ? child(whole, StandardStructureTypes.P) : current;
        COSArray known = owners.computeIfAbsent(page, this::register);
        int number = known.size();
        known.add(owner.getCOSObject());
        owner.setPage(page);
        owner.appendKid(number);
        out.beginMarkedContent(COSName.getPDFName(owner.getStructureType()), number);
    }

    /** Lines and grounds follow. */
    void ornament(PDPageContentStream out) throws IOException {
        out.beginMarkedContent(COSName.ARTIFACT);
    }

    void end(PDPageContentStream out) throws IOException {
        out.endMarkedContent();
    }

    /** After everything was drawn: by page and number, whose each piece of text is. */
    void close() {
        Map<Integer, PDParentTreeValue> numbers = new TreeMap<>();
        for (int page = 0; page < pages.size(); page++) {
            numbers.put(page, new PDParentTreeValue(pages.get(page)));
        }
        PDNumberTreeNode parents = new PDNumberTreeNode(new COSDictionary(), PDParentTreeValue.class);
        parents.setNumbers(numbers);
        root.setParentTree(parents);
        root.setParentTreeNextKey(pages.size());
    }

    private COSArray register(PDPage page) {
        COSArray made = new COSArray();
        page.setStructParents(pages.size());
        page.getCOSObject().setName(COSName.getPDFName("Tabs"), "S");
        pages.add(made);
        return made;
    }

    private static PDStructureElement child(PDStructureElement parent, String type) {
        PDStructureElement made = new PDStructureElement(type, parent);
        parent.appendKid(made);
        return made;
    }
}
