package io.tillgate.settlement.iso20022;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Elements around elements: what is opened is closed. */
final class Elements {
    private final XMLStreamWriter to;

    Elements(XMLStreamWriter to) {
        this.to = to;
    }

    void document(String namespace, Content content) throws XMLStreamException {
        to.writeStartDocument("UTF-8", "1.0");
        to.writeStartElement("Document");
        to.writeDefaultNamespace(namespace);
        content.write();
        to.writeEndElement();
        to.writeEndDocument();
        to.flush();
    }

    void within(String name, Content content) throws XMLStreamException {
        to.writeStartElement(name);
        content.write();
        to.writeEndElement();
    }

    void text(String name, String text) throws XMLStreamException {
        to.writeStartElement(name);
        to.writeCharacters(text);
        to.writeEndElement();
    }

    void amount(String name, String currency, String number) throws XMLStreamException {
        to.writeStartElement(name);
        to.writeAttribute("Ccy", currency);
        to.writeCharacters(number);
        to.writeEndElement();
    }

    /** What stands inside an element. */
    @FunctionalInterface
    interface Content {
        void write() throws XMLStreamException;
    }
}
