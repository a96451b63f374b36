package io.tillgate.settlement.iso20022;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.validation.ValidatorHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * From bytes to a valid tree, in one pass: the parser knows no document types, entities, inclusions or outside world; the
 * first element names the schema; what the schema does not like is noted with its place. The JDK's own parser, whatever
 * else lies on the class path: its settings are the ones that were tried.
 */
final class XmlIntake extends DefaultHandler {
    static final int PLACES_MAX = 10;
    /** The schemas need twenty; supplementary data may add some. */
    static final int DEPTH_MAX = 64;

    private static final String XINCLUDE = "http://www.w3.org/2001/XInclude";
    private static final String DISALLOW_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    private final List<Reading.Place> places = new ArrayList<>();
    private final TreeBuilder tree = new TreeBuilder();
    private @Nullable Locator locator;
    private @Nullable MessageType type;
    private @Nullable ValidatorHandler validating;
    private int depth;

    /** What came of the bytes. */
    sealed interface Outcome {}

    record Valid(MessageType type, Node document, String fingerprint) implements Outcome {}

    record Refused(Reading.Unreadable why) implements Outcome {}

    static Outcome read(byte[] xml) {
        XmlIntake intake = new XmlIntake();
        try {
            XMLReader reader = reader();
            reader.setContentHandler(intake);
            reader.setErrorHandler(intake);
            reader.setEntityResolver(intake);
            reader.parse(new InputSource(new ByteArrayInputStream(xml)));
            return intake.outcome();
        } catch (Stop stop) {
            return new Refused(stop.why());
        } catch (SAXParseException malformed) {
            return new Refused(malformed(malformed));
        } catch (IOException | SAXException | ParserConfigurationException unreadable) {
            return new Refused(Reading.Unreadable.of(
                    Reading.Kind.MALFORMED,
                    new Reading.Place(0, 0, "the bytes are not text in the encoding they name")));
        }
    }

    private static XMLReader reader() throws ParserConfigurationException, SAXException {
        SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature(DISALLOW_DOCTYPE, true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        factory.setXIncludeAware(false);
        return factory.newSAXParser().getXMLReader();
    }

    private static Reading.Unreadable malformed(SAXParseException fault) {
        String said = String.valueOf(fault.getMessage());
        Reading.Place place = new Reading.Place(fault.getLineNumber(), fault.getColumnNumber(), said);
        if (said.contains("DOCTYPE")) {
            return Reading.Unreadable.of(
                    Reading.Kind.FORBIDDEN,
                    new Reading.Place(place.line(), place.column(), "a message has no document type"));
        }
        return Reading.Unreadable.of(Reading.Kind.MALFORMED, place);
    }

    private Outcome outcome() {
        if (!places.isEmpty()) {
            return new Refused(new Reading.Unreadable(Reading.Kind.INVALID, List.copyOf(places)));
        }
        if (type == null) {
            throw new IllegalStateException("a document without an element is not well formed");
        }
        return new Valid(type, tree.document(), tree.fingerprint(type));
    }

    @Override
    public void setDocumentLocator(Locator given) {
        locator = given;
    }

    @Override
    public void startElement(String namespace, String name, String qualified, Attributes attributes)
            throws SAXException {
        depth++;
        if (depth > DEPTH_MAX) {
            throw stop(Reading.Kind.TOO_DEEP, "elements lie at most " + DEPTH_MAX + " deep");
        }
        if (namespace.equals(XINCLUDE)) {
            throw stop(Reading.Kind.FORBIDDEN, "a message includes nothing");
        }
        ValidatorHandler handler = validating == null ? begin(namespace, name) : validating;
        handler.startElement(namespace, name, qualified, attributes);
    }

    /** The first element says which schema holds. */
    private ValidatorHandler begin(String namespace, String name) throws SAXException {
        MessageType named = MessageType.ofNamespace(namespace).orElse(null);
        if (named == null || !name.equals("Document")) {
            throw stop(
                    Reading.Kind.UNKNOWN_MESSAGE,
                    "the document is of no message known here; known are " + String.join(", ", MessageType.known()));
        }
        ValidatorHandler handler = Schemas.of(named).newValidatorHandler();
        handler.setErrorHandler(this);
        handler.setContentHandler(tree);
        if (locator != null) {
            handler.setDocumentLocator(locator);
        }
        handler.startDocument();
        type = named;
        validating = handler;
        return handler;
    }

    @Override
    public void endElement(String namespace, String name, String qualified) throws SAXException {
        depth--;
        if (validating != null) {
            validating.endElement(namespace, name, qualified);
        }
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        if (validating != null) {
            validating.characters(text, start, length);
        }
    }

    @Override
    public void startPrefixMapping(String prefix, String namespace) throws SAXException {
        if (validating != null) {
            validating.startPrefixMapping(prefix, namespace);
        }
    }

    @Override
    public void endPrefixMapping(String prefix) throws SAXException {
        if (validating != null) {
            validating.endPrefixMapping(prefix);
        }
    }

    @Override
    public void endDocument() throws SAXException {
        if (validating != null) {
            validating.endDocument();
        }
    }

    /** The schema's complaint: noted, and read on until there are enough of them. */
    @Override
    public void error(SAXParseException fault) throws SAXException {
        places.add(
                new Reading.Place(fault.getLineNumber(), fault.getColumnNumber(), String.valueOf(fault.getMessage())));
        if (places.size() == PLACES_MAX) {
            throw new Stop(new Reading.Unreadable(Reading.Kind.INVALID, List.copyOf(places)));
        }
    }

    @Override
    public void fatalError(SAXParseException fault) throws SAXException {
        throw fault;
    }

    @Override
    public InputSource resolveEntity(@Nullable String publicId, @Nullable String systemId) throws SAXException {
        throw stop(Reading.Kind.FORBIDDEN, "a message refers to nothing outside");
    }

    private Stop stop(Reading.Kind kind, String fault) {
        int line = locator == null ? 0 : locator.getLineNumber();
        int column = locator == null ? 0 : locator.getColumnNumber();
        return new Stop(Reading.Unreadable.of(kind, new Reading.Place(line, column, fault)));
    }

    /** Ends the reading with an answer. */
    private static final class Stop extends SAXException {
        private static final long serialVersionUID = 1L;
        private final transient Reading.Unreadable why;

        Stop(Reading.Unreadable why) {
            this.why = why;
        }

        Reading.Unreadable why() {
            return why;
        }
    }
}
