package io.tillgate.simulator.cardhost;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Decides what the host answers and keeps its book. A repeated request gets the answer it had, and charges nothing. */
final class Teller {
    private static final int[] MIRRORED = {3, 4, 7, 11, 12, 13, 18, 25, 32, 41, 42, 49, 60, 70, 90};
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMdd", Locale.ROOT);
    private static final DateTimeFormatter RRN_DAY = DateTimeFormatter.ofPattern("yDDDHH", Locale.ROOT);

    private final Book book;
    private final Pins pins;
    private final InstantSource clock;
    private final AtomicInteger count = new AtomicInteger();

    Teller(Book book, Pins pins, InstantSource clock) {
        this.book = book;
        this.pins = pins;
        this.clock = clock;
    }

    /** @param forced a response code that overrules the host's own decision */
    synchronized HostMessage answer(HostMessage request, Optional<String> forced) {
        Map<Integer, String> decided = switch (request.mti().substring(0, 2)) {
            case "04" -> forced.map(this::refusal).orElseGet(() -> reversal(request));
            case "01", "02" -> financial(request, forced);
            default -> Map.of(39, Verdict.APPROVED);
        };
        SortedMap<Integer, String> fields = new TreeMap<>();
        for (int field : MIRRORED) {
            if (request.fields().containsKey(field)) {
                fields.put(field, request.field(field));
            }
        }
        fields.putAll(decided);
        return new HostMessage(request.envelope(), answering(request.mti()), fields);
    }

    private static String answering(String mti) {
        int function = Character.digit(mti.charAt(2), 10);
        return mti.substring(0, 2) + (function + 1) + "0";
    }

    private Map<Integer, String> financial(HostMessage request, Optional<String> forced) {
        BookEntry.Kind kind = kind(request);
        BookEntry.Key key =
                new BookEntry.Key(request.terminal(), request.field(11), request.field(7), request.amount(), kind);
        Optional<BookEntry> before = book.find(key);
        if (before.isPresent()) {
            return before.get().answer();
        }
        boolean overtaken = book.wasReversedBefore(key.terminal(), key.stan(), key.transmitted());
        PinCheck pin = overtaken || forced.isPresent() ? PinCheck.NONE : pins.check(request);
        String code = overtaken ? "12" : forced.orElseGet(() -> decide(request, kind, pin));
        Map<Integer, String> answer = code.equals(Verdict.APPROVED) ? approval(request) : refusal(code);
        BookEntry.State state = code.equals(Verdict.APPROVED) ? BookEntry.State.APPROVED : BookEntry.State.DECLINED;
        book.put(
                new BookEntry(key, kind, request.amount(), request.field(49), request.maskedPan(), pin, state, answer));
        return answer;
    }

    private String decide(HostMessage request, BookEntry.Kind kind, PinCheck pin) {
        if (!pin.responseCode().isEmpty()) {
            return pin.responseCode();
        }
        return switch (kind) {
            case SALE -> Verdict.on(request.amount());
            case REFUND -> Verdict.APPROVED;
            case VOID -> {
                Optional<BookEntry> original =
                        original(request).filter(entry -> entry.state() == BookEntry.State.APPROVED);
                original.ifPresent(entry -> book.put(entry.in(BookEntry.State.VOIDED)));
                yield original.isPresent() ? Verdict.APPROVED : "25";
            }
        };
    }

    /** Accepted also when the original is unknown: then it is barred from coming later. */
    private Map<Integer, String> reversal(HostMessage request) {
        Optional<BookEntry> original = original(request);
        original.filter(entry -> entry.state() == BookEntry.State.APPROVED)
                .ifPresent(entry -> book.put(entry.in(BookEntry.State.REVERSED)));
        if (original.isEmpty()) {
            Origin origin = Origin.of(request);
            book.reverseWhenItComes(request.terminal(), origin.stan(), origin.transmitted());
        }
        return Map.of(39, Verdict.APPROVED, 37, rrn(), 15, day());
    }

    private Optional<BookEntry> original(HostMessage request) {
        Origin origin = Origin.of(request);
        return book.newest(
                request.terminal(),
                origin.stan(),
                entry -> origin.transmitted().isEmpty()
                        || entry.key().transmitted().equals(origin.transmitted()));
    }

    /** What fields 90 or 61 say about the original. */
    private record Origin(String stan, String transmitted) {
        static Origin of(HostMessage request) {
            String elements = request.field(90);
            if (elements.length() == 42) {
                return new Origin(elements.substring(4, 10), elements.substring(10, 20));
            }
            String batchAndTrace = request.field(61);
            return new Origin(batchAndTrace.length() >= 12 ? batchAndTrace.substring(6, 12) : "", "");
        }
    }

    private static BookEntry.Kind kind(HostMessage request) {
        String processing = request.field(3);
        if (request.mti().startsWith("022")
                || (processing.startsWith("20") && !request.field(60).startsWith("23"))) {
            return BookEntry.Kind.REFUND;
        }
        return processing.startsWith("02") || processing.startsWith("20") ? BookEntry.Kind.VOID : BookEntry.Kind.SALE;
    }

    private Map<Integer, String> approval(HostMessage request) {
        Map<Integer, String> answer = new TreeMap<>(Map.of(
                39,
                Verdict.APPROVED,
                37,
                rrn(),
                38,
                String.format(Locale.ROOT, "A%05d", count.get() % 100_000),
                15,
                day()));
        if (request.fields().containsKey(55)) {
            answer.put(55, "910A11223344556677883030");
        }
        return answer;
    }

    private Map<Integer, String> refusal(String code) {
        return Map.of(39, code, 37, rrn(), 15, day());
    }

    private String rrn() {
        String now = RRN_DAY.format(now());
        return now.substring(now.length() - 6)
                + String.format(Locale.ROOT, "%06d", count.incrementAndGet() % 1_000_000);
    }

    private String day() {
        return DAY.format(now());
    }

    private ZonedDateTime now() {
        return clock.instant().atZone(ZoneOffset.UTC);
    }
}
