package io.tillgate.settlement.iso20022;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** Schemas by message, read once each (a tenth of a second) and closed against everything outside. */
final class Schemas {
    private static final Map<MessageType, Schema> READ = new ConcurrentHashMap<>();

    private Schemas() {}

    static Schema of(MessageType type) {
        return READ.computeIfAbsent(type, Schemas::read);
    }

    private static Schema read(MessageType type) {
        try (InputStream file = Schemas.class.getResourceAsStream("/iso20022/" + type.name() + ".xsd")) {
            if (file == null) {
                throw new IllegalStateException("no schema of " + type.name());
            }
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory.newSchema(new StreamSource(file));
        } catch (IOException | SAXException broken) {
            throw new IllegalStateException("the schema of " + type.name() + " cannot be read", broken);
        }
    }
}
