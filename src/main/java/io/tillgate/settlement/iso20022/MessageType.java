package io.tillgate.settlement.iso20022;

import java.util.List;
import java.util.Optional;

/** What a message says that it is, by the namespace of its document. Only these are known. */
public record MessageType(Kind kind, String version) {
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:";
    private static final List<MessageType> KNOWN = List.of(
            new MessageType(Kind.CREDIT_TRANSFER, "03"),
            new MessageType(Kind.CREDIT_TRANSFER, "09"),
            new MessageType(Kind.CREDIT_TRANSFER, "12"),
            new MessageType(Kind.STATUS_REPORT, "11"),
            new MessageType(Kind.STATUS_REPORT, "14"),
            new MessageType(Kind.STATEMENT, "02"),
            new MessageType(Kind.STATEMENT, "04"),
            new MessageType(Kind.STATEMENT, "08"),
            new MessageType(Kind.STATEMENT, "12"),
            new MessageType(Kind.NOTIFICATION, "02"),
            new MessageType(Kind.NOTIFICATION, "04"),
            new MessageType(Kind.NOTIFICATION, "08"),
            new MessageType(Kind.NOTIFICATION, "12"));

    /** The four messages. */
    public enum Kind {
        /** Credit transfer initiation. */
        CREDIT_TRANSFER("pain.001.001"),
        /** Payment status report. */
        STATUS_REPORT("pain.002.001"),
        /** Bank to customer statement. */
        STATEMENT("camt.053.001"),
        /** Bank to customer debit credit notification. */
        NOTIFICATION("camt.054.001");

        private final String stem;

        Kind(String stem) {
            this.stem = stem;
        }

        /** For example {@code camt.053.001}. */
        public String stem() {
            return stem;
        }
    }

    static Optional<MessageType> ofNamespace(String namespace) {
        return KNOWN.stream()
                .filter(type -> namespace.equals(NAMESPACE + type.name()))
                .findFirst();
    }

    /** For example {@code camt.053.001.08}. */
    public String name() {
        return kind.stem() + "." + version;
    }

    /** The names of all versions of a kind that can be read, for people. */
    public static List<String> known(Kind kind) {
        return KNOWN.stream()
                .filter(type -> type.kind() == kind)
                .map(MessageType::name)
                .toList();
    }

    static List<String> known() {
        return KNOWN.stream().map(MessageType::name).toList();
    }
}
