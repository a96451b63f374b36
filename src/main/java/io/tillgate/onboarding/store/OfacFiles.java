package io.tillgate.onboarding.store;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.tillgate.onboarding.domain.ListedParty;
import io.tillgate.onboarding.domain.ListedParty.Kind;
import io.tillgate.onboarding.domain.SanctionsIndex;
import io.tillgate.onboarding.domain.SanctionsList;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * The OFAC SDN list as the US Treasury publishes it: {@code sdn.csv} and {@code alt.csv}, also gzipped, without header
 * lines, {@code -0-} for empty. Blocking: read on a virtual thread or at start.
 */
public final class OfacFiles {
    private static final int BYTES_MAX = 64 * 1024 * 1024;
    /** When the newest entry of the extract was listed. */
    private static final LocalDate EXTRACT_DATE = LocalDate.of(2018, 12, 19);

    private OfacFiles() {}

    /** Of a folder. The edition's date is the newer modification date of the two files. */
    public static SanctionsList read(Path folder) throws IOException {
        Path parties = existing(folder, "sdn.csv");
        Path others = existing(folder, "alt.csv");
        LocalDate date = LocalDate.ofInstant(Files.getLastModifiedTime(parties).toInstant(), ZoneOffset.UTC);
        return parse("OFAC SDN", date, bytes(Files.newInputStream(parties)), bytes(Files.newInputStream(others)));
    }

    /** The small extract that comes with the service. */
    public static SanctionsList extract() throws IOException {
        return parse("OFAC SDN extract", EXTRACT_DATE, resource("sdn.csv"), resource("alt.csv"));
    }

    private static SanctionsList parse(String name, LocalDate date, byte[] parties, byte[] others) {
        Map<String, List<String>> otherNames = new HashMap<>();
        rows(
                others,
                row -> otherNames
                        .computeIfAbsent(row.getField(0), id -> new ArrayList<>(2))
                        .add(row.getField(3)));
        List<ListedParty> all = new ArrayList<>();
        rows(parties, row -> kind(row).ifPresent(kind -> all.add(party(row, kind, otherNames))));
        return new SanctionsList(name, date, digest(parties, others), new SanctionsIndex(all));
    }

    private static ListedParty party(CsvRecord row, Kind kind, Map<String, List<String>> otherNames) {
        List<String> names = new ArrayList<>();
        names.add(row.getField(1));
        names.addAll(otherNames.getOrDefault(row.getField(0), List.of()));
        return new ListedParty(row.getField(0), kind, names, row.getField(3));
    }

    /** Ships and aircraft are left out: they do not apply. */
    private static Optional<Kind> kind(CsvRecord row) {
        return switch (row.getField(2).strip()) {
            case "individual" -> Optional.of(Kind.PERSON);
            case "-0-" -> Optional.of(Kind.ORGANISATION);
            default -> Optional.empty();
        };
    }

    private static void rows(byte[] csv, Consumer<CsvRecord> each) {
        CsvReader.builder()
                .missingFieldStrategy(
                        FieldMismatchStrategy.IGNORE) // the Treasury's files end in a lone control character
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new String(csv, StandardCharsets.UTF_8))
                .stream()
                .filter(row -> row.getFieldCount() >= 4)
                .forEach(each);
    }

    private static byte[] resource(String name) throws IOException {
        InputStream in = OfacFiles.class.getResourceAsStream("/reference/sanctions/" + name);
        if (in == null) {
            throw new IllegalStateException("the sanctions extract is not on the class path");
        }
        return bytes(in);
    }

    private static byte[] bytes(InputStream source) throws IOException {
        try (source) {
            byte[] raw = source.readNBytes(BYTES_MAX);
            boolean gzipped = raw.length > 2 && raw[0] == 0x1f && raw[1] == (byte) 0x8b;
            return gzipped ? new GZIPInputStream(new ByteArrayInputStream(raw)).readNBytes(BYTES_MAX) : raw;
        }
    }

    private static Path existing(Path folder, String name) {
        Path plain = folder.resolve(name);
        return Files.exists(plain) ? plain : folder.resolve(name + ".gz");
    }

    private static String digest(byte[]... files) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (byte[] file : files) {
                sha256.update(file);
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
