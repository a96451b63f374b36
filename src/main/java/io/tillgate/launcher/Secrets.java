package io.tillgate.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tillgate.launcher.process.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;

/** The passwords and keys of one embedded installation: made once, kept in {@code secrets.json} with mode 0600. */
public final class Secrets {
    /** What is kept. The names are those of the file. */
    public enum Name {
        POSTGRES,
        TILLGATE_OWNER,
        TILLGATE_APP,
        KEYCLOAK_DATABASE,
        KEYCLOAK_ADMIN,
        /** 32 bytes in hexadecimal: everything the software security module seals hangs on it. */
        MASTER_KEY,
        /** 16 bytes in hexadecimal: the key for PINs between the service and the simulated card host; seals nothing. */
        PIN_KEY,
        /** Opens the door at which business clocks are moved. */
        BUSINESS_CLOCK
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<Name, String> values;

    private Secrets(Map<Name, String> values) {
        this.values = values;
    }

    /** Reads the file, or makes it. Refuses to make new ones for a database that was sealed with lost ones. */
    public static Secrets of(Places places) {
        Path file = places.data().resolve("secrets.json");
        if (Files.exists(file)) {
            return complete(read(file), file);
        }
        if (Files.exists(places.postgres())) {
            throw new CannotStart(file + " is missing, and without it the data in " + places.postgres()
                    + " cannot be read: put it back, or remove both");
        }
        Secrets fresh = fresh();
        fresh.write(file);
        return fresh;
    }

    /** New ones that are written nowhere. */
    public static Secrets fresh() {
        Map<Name, String> values = new EnumMap<>(Name.class);
        for (Name name : Name.values()) {
            values.put(name, made(name));
        }
        return new Secrets(values);
    }

    private static String made(Name name) {
        return switch (name) {
            case MASTER_KEY -> HexFormat.of().formatHex(bytes(32));
            case PIN_KEY -> HexFormat.of().formatHex(bytes(16));
            case POSTGRES, TILLGATE_OWNER, TILLGATE_APP, KEYCLOAK_DATABASE, KEYCLOAK_ADMIN, BUSINESS_CLOCK ->
                password();
        };
    }

    public String get(Name name) {
        String value = values.get(name);
        if (value == null) {
            throw new CannotStart("secrets.json has no " + name);
        }
        return value;
    }

    /** 144 random bits in letters, digits, {@code -} and {@code _}: safe in SQL, URLs and property files. */
    static String password() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(18));
    }

    @Override
    public String toString() {
        return "Secrets";
    }

    /** An installation from before there were PINs gets a key for them, and so with the door of the business clock. */
    private static Secrets complete(Secrets kept, Path file) {
        boolean pins = kept.values.putIfAbsent(Name.PIN_KEY, made(Name.PIN_KEY)) == null;
        boolean clock = kept.values.putIfAbsent(Name.BUSINESS_CLOCK, made(Name.BUSINESS_CLOCK)) == null;
        if (pins || clock) {
            kept.write(file);
        }
        return kept;
    }

    private static Secrets read(Path file) {
        try {
            return new Secrets(JSON.readValue(file.toFile(), new TypeReference<EnumMap<Name, String>>() {}));
        } catch (IOException e) {
            throw new CannotStart(file + " cannot be read: " + e.getClass().getSimpleName(), e);
        }
    }

    private void write(Path file) {
        try {
            PrivateFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(values));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("names and texts always become JSON", e);
        }
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
