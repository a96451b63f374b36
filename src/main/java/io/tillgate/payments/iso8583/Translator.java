package io.tillgate.payments.iso8583;

import io.tillgate.payments.iso8583.codec.Dialect;
import io.tillgate.payments.iso8583.codec.IsoMessage;
import io.tillgate.payments.iso8583.codec.Usage;
import io.tillgate.shared.Money;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Between what payments means and the messages a dialect has for it. No state. */
final class Translator {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMdd", Locale.ROOT);
    private static final String NO_INSTITUTIONS = "0".repeat(22);

    private final Dialect dialect;
    private final Usage usage;

    Translator(Dialect dialect) {
        this.dialect = dialect;
        this.usage = dialect.usage();
    }

    /** @param at the station in the host's own numbers */
    IsoMessage message(HostRequest request, Station at) {
        return switch (request) {
            case HostRequest.Sale sale ->
                financial(new Kind("0200", "sale"), sale.trace(), at, new Means(sale.amount(), sale.card()))
                        .build();
            case HostRequest.Refund refund -> {
                String mti = usage.refund() == Usage.Flow.ADVICE ? "0220" : "0200";
                IsoMessage.Builder out = financial(
                        new Kind(mti, "refund"), refund.trace(), at, new Means(refund.amount(), refund.card()));
                yield originals(out, refund.original()).build();
            }
            case HostRequest.VoidSale cancel -> {
                IsoMessage.Builder out = financial(
                        new Kind("0200", "void"), cancel.trace(), at, new Means(cancel.amount(), cancel.card()));
                yield originals(out, cancel.original()).build();
            }
            case HostRequest.Reversal reversal -> reversal(reversal, at);
            case HostRequest.Echo echo -> network(echo, at, "301");
            case HostRequest.SignOn signOn -> network(signOn, at, "001");
        };
    }

    private record Kind(String mti, String word) {}

    private record Means(Money amount, @Nullable CardForHost card) {}

    private IsoMessage.Builder financial(Kind kind, Trace trace, Station at, Means means) {
        Money amount = means.amount();
        IsoMessage.Builder out = opening(kind.mti(), trace, at)
                .with(3, usage.processing(kind.word()))
                .with(4, String.format(Locale.ROOT, "%012d", amount.value()))
                .with(18, at.category())
                .with(25, "00")
                .with(49, amount.currency().getNumericCodeAsString());
        if (!usage.functions().isEmpty()) {
            out.with(60, usage.function(kind.word()) + trace.batchDigits() + "000");
        }
        CardForHost card = means.card();
        return card == null ? out : card(out, card);
    }

    private IsoMessage.Builder card(IsoMessage.Builder out, CardForHost card) {
        card.pinBlock().ifPresent(block -> pin(out, block));
        return out.with(2, card.pan())
                .with(14, card.expiry())
                .with(22, card.entry().pointOfService(card.pinBlock().isPresent()))
                .with(23, card.sequence())
                .with(35, card.track2())
                .with(55, card.emv());
    }

    private void pin(IsoMessage.Builder out, String block) {
        Usage.PinFields fields = usage.pin()
                .orElseThrow(() -> new IllegalStateException(dialect + " carries no PIN, and its host has no key"));
        out.with(26, fields.capture()).with(52, block).with(53, fields.control());
    }

    /** Track data and PIN never travel again in a reversal. */
    private IsoMessage reversal(HostRequest.Reversal reversal, Station at) {
        HostRequest.Undoing undoing = reversal.undoing();
        String mti = (usage.reversal() == Usage.Flow.ADVICE ? "042" : "040") + (undoing.repeat() ? "1" : "0");
        IsoMessage.Builder out =
                financial(new Kind(mti, "sale"), reversal.trace(), at, new Means(reversal.amount(), null));
        CardForHost card = reversal.card();
        if (card != null) {
            out.with(2, card.pan())
                    .with(14, card.expiry())
                    .with(22, card.entry().pointOfService(false));
        }
        if (usage.originals() == 61) {
            out.with(39, undoing.reason().code());
        }
        return originals(out, undoing.original()).build();
    }

    private IsoMessage.Builder originals(IsoMessage.Builder out, Original original) {
        Trace trace = original.trace();
        out.with(37, original.knownRrn()).with(38, original.knownAuthorisation());
        return usage.originals() == 61
                ? out.with(61, trace.batchDigits() + trace.stanDigits() + DATE.format(trace.local()))
                : out.with(90, original.mti() + trace.stanDigits() + trace.transmittedDigits() + NO_INSTITUTIONS);
    }

    private IsoMessage network(HostRequest request, Station at, String code) {
        IsoMessage.Builder out = opening("0800", request.trace(), at);
        return usage.network() == 60
                ? out.with(60, usage.function("network") + request.trace().batchDigits() + code)
                        .build()
                : out.with(70, code).build();
    }

    private static IsoMessage.Builder opening(String mti, Trace trace, Station at) {
        LocalDateTime local = trace.local();
        return IsoMessage.of(mti)
                .with(7, trace.transmittedDigits())
                .with(11, trace.stanDigits())
                .with(12, TIME.format(local))
                .with(13, DATE.format(local))
                .with(41, at.terminal())
                .with(42, at.merchant());
    }

    /** Empty when the message has no response code: then it answers nothing. */
    static Optional<HostAnswer> answer(IsoMessage message) {
        return message.text(39)
                .map(code -> new HostAnswer(
                        code,
                        message.text(38).map(String::strip).filter(text -> !text.isEmpty()),
                        message.text(37).map(String::strip).filter(text -> !text.isEmpty()),
                        message.text(55),
                        message.text(15).flatMap(Translator::monthDay),
                        message.text(4).map(Long::valueOf),
                        Duration.ZERO));
    }

    /** The answer to a message that the host began: an echo or a cut-over notice, taken note of. */
    IsoMessage acknowledged(IsoMessage fromHost) {
        char[] mti = fromHost.mti().toCharArray();
        mti[2]++;
        IsoMessage.Builder out =
                IsoMessage.of(new String(mti)).envelope(fromHost.envelope()).with(39, "00");
        for (int field : new int[] {7, 11, 12, 13, 41, 42, 60, 70}) {
            out.with(field, fromHost.text(field));
        }
        return out.build();
    }

    private static Optional<MonthDay> monthDay(String digits) {
        int at = digits.length() - 4;
        int month = Integer.parseInt(digits, at, at + 2, 10);
        return month == 0
                ? Optional.empty()
                : Optional.of(MonthDay.of(month, Integer.parseInt(digits, at + 2, at + 4, 10)));
    }

    Dialect dialect() {
        return dialect;
    }
}
