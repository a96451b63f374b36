package io.tillgate.simulator.bank;

import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.StringWriter;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A document written from the outside in. */
final class Xml {
    private final XMLStreamWriter to;

    private Xml(XMLStreamWriter to) {
        this.to = to;
    }

    /** What stands inside an element. */
    @FunctionalInterface
    interface Content {
        void write(Xml xml) throws XMLStreamException;
    }

    static String document(String message, Content content) {
        try {
            StringWriter text = new StringWriter();
            XMLStreamWriter to = new WstxOutputFactory().createXMLStreamWriter(text);
            to.writeStartDocument("UTF-8", "1.0");
            to.writeStartElement("Document");
            to.writeDefaultNamespace("urn:iso:std:iso:20022:tech:xsd:" + message);
            content.write(new Xml(to));
            to.writeEndElement();
            to.writeEndDocument();
            to.close();
            return text.toString();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Xml in(String name, Content content) throws XMLStreamException {
        to.writeStartElement(name);
        content.write(this);
        to.writeEndElement();
        return this;
    }

    Xml put(String name, String text) throws XMLStreamException {
        to.writeStartElement(name);
        to.writeCharacters(text);
        to.writeEndElement();
        return this;
    }

    Xml amount(String name, String currency, String number) throws XMLStreamException {
        to.writeStartElement(name);
        to.writeAttribute("Ccy", currency);
        to.writeCharacters(number);
        to.writeEndElement();
        return this;
    }
}
