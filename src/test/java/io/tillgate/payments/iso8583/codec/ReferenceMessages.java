package io.tillgate.payments.iso8583.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The reference messages: our copies, and every file of the folder beside the repository when it is there. */
final class ReferenceMessages {
    private static final String COPY = "/reference/iso8583/messages.json";

    private ReferenceMessages() {}

    static Stream<JsonNode> all(String kind) {
        Map<String, JsonNode> cases = new LinkedHashMap<>();
        for (JsonNode file : files()) {
            file.path(kind).forEach(each -> cases.put(each.path("id").asText(), each));
        }
        return cases.values().stream();
    }

    /** The dialect that an encoding's description asks for. */
    static String dialect(JsonNode message) {
        String encoding = message.path("encoding").asText().toLowerCase(Locale.ROOT);
        String year = message.path("standard").asText().contains("1993") ? "iso93" : "iso87";
        boolean binaryBitmap = encoding.contains("binary bitmap");
        if (encoding.contains("unionpay")) {
            return "unionpay";
        }
        if (encoding.contains("ebcdic")) {
            String plain = year + (binaryBitmap ? "-ebcdic-bits" : "-ebcdic");
            return message.has("subfields_55") ? "iso93-ebcdic-chip" : plain;
        }
        if (encoding.contains("postilion") || message.has("subfields_127")) {
            return "postilion";
        }
        if (encoding.contains("bcd")) {
            return year + "-binary";
        }
        if (message.has("tlv_55") || encoding.contains("ber-tlv")) {
            return "iso87-ascii-tags";
        }
        return binaryBitmap ? "iso87-ascii-bits" : year + "-ascii";
    }

    private static List<JsonNode> files() {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> files = new ArrayList<>();
        try (InputStream copy = ReferenceMessages.class.getResourceAsStream(COPY)) {
            files.add(json.readTree(copy));
            Path beside = Path.of("../shared/reference/iso8583");
            Path shared = Files.isDirectory(beside) ? beside : Path.of("../../shared/reference/iso8583");
            if (Files.isDirectory(shared)) {
                try (Stream<Path> found = Files.list(shared)) {
                    for (Path file : found.filter(f -> f.toString().endsWith(".json"))
                            .sorted()
                            .toList()) {
                        files.add(json.readTree(Files.readAllBytes(file)));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
