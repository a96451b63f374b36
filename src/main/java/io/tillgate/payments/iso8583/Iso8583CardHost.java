package io.tillgate.payments.iso8583;

import io.smallrye.mutiny.Uni;
import io.tillgate.payments.card.OpenedCard;
import io.tillgate.payments.card.Track2;
import io.tillgate.payments.domain.Duty;
import io.tillgate.payments.iso8583.HostLinkConfig.Address;
import io.tillgate.payments.iso8583.HostLinkConfig.Timing;
import io.tillgate.payments.iso8583.HostRequest.Reason;
import io.tillgate.payments.iso8583.HostRequest.Undoing;
import io.tillgate.payments.iso8583.codec.Dialects;
import io.tillgate.payments.iso8583.codec.Usage;
import io.tillgate.payments.usecase.CardHostPort;
import io.tillgate.platform.crypto.cipher.SecretBytes;
import io.tillgate.platform.persistence.SafeContext;
import io.tillgate.shared.Money;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.CardHost;
import io.tillgate.tenancy.Tenant;
import io.tillgate.tenancy.TenantLifecycle;
import io.tillgate.tenancy.TenantSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The tenants' card hosts over ISO 8583: one link for each tenant, opened and changed as tenant files are applied. */
@ApplicationScoped
class Iso8583CardHost implements CardHostPort, TenantLifecycle {
    private static final io.tillgate.payments.iso8583.Station NETWORK =
            new io.tillgate.payments.iso8583.Station("00000000", "TILLGATE", "0000");
    private static final int WINDOW_MAX = 1_024;

    private final CardHosts links;
    private final KeepingEvidence evidence;
    private final HostPinKeys pinKeys;
    private final Map<TenantId, Opened> opened = new ConcurrentHashMap<>();

    Iso8583CardHost(CardHosts links, KeepingEvidence evidence, HostPinKeys pinKeys) {
        this.links = links;
        this.evidence = evidence;
        this.pinKeys = pinKeys;
    }

    private record Opened(CardHost config, HostLink link, Terms terms, Usage usage) {}

    @Override
    public int order() {
        return 40;
    }

    @Override
    public List<Objection> objections(TenantSettings settings) {
        return pinKeys.objections(settings);
    }

    /** Keeps a link whose configuration is the same; otherwise closes it and opens the new one. */
    @Override
    public Uni<Void> applied(Tenant tenant) {
        Opened present = opened.get(tenant.id());
        CardHost wanted = tenant.settings().cardHosts().stream().findFirst().orElse(null);
        if (present != null && present.config().equals(wanted)) {
            return Uni.createFrom().voidItem();
        }
        opened.remove(tenant.id());
        return close(present).invoke(() -> {
            if (wanted != null) {
                opened.put(tenant.id(), open(tenant, wanted));
            }
        });
    }

    @Override
    public Optional<Terms> terms(TenantId tenant) {
        return Optional.ofNullable(opened.get(tenant)).map(Opened::terms);
    }

    @Override
    public Uni<Reply> ask(TenantId tenant, Question question) {
        Opened host = opened.get(tenant);
        if (host == null) {
            return Uni.createFrom().item(new Reply.NotSent("no card host"));
        }
        return SafeContext.andBack(Uni.createFrom().emitter(emitter -> {
            // the message is built while subscribing, so the card is in the clear no longer than that
            try (Presented card = Presented.of(question.card())) {
                host.link()
                        .send(
                                request(question, card.forHost(), host.usage()),
                                host.terms().answerWithin())
                        .map(outcome -> reply(question, outcome))
                        .subscribe()
                        .with(emitter::complete, emitter::fail);
            }
        }));
    }

    private Uni<Void> close(@Nullable Opened present) {
        return present == null
                ? Uni.createFrom().voidItem()
                : links.close(present.link().name());
    }

    private Opened open(Tenant tenant, CardHost host) {
        Timing timing =
                new Timing(host.timeouts().answer(), host.timeouts().echo(), Timing.USUAL.backoffMax(), WINDOW_MAX);
        HostLinkConfig config = new HostLinkConfig(
                tenant.slug() + "-" + host.name(),
                new Address(host.host(), host.port()),
                host.dialect(),
                host.connections(),
                NETWORK,
                timing,
                UnaryOperator.identity());
        Usage usage = Dialects.named(host.dialect()).usage();
        Duty refund = usage.refund() == Usage.Flow.ADVICE ? Duty.REPEAT : Duty.REVERSE;
        return new Opened(
                host,
                links.open(config, late -> evidence.keep(tenant.id(), late)),
                new Terms(host.name(), host.timeouts().answer(), refund, pinKeys.of(tenant.id(), host)),
                usage);
    }

    private static HostRequest request(Question question, @Nullable CardForHost card, Usage usage) {
        io.tillgate.payments.iso8583.Station at = new io.tillgate.payments.iso8583.Station(
                question.station().terminalNumber(),
                question.station().merchantNumber(),
                question.station().mcc());
        Trace trace = trace(question.mark(), question.station());
        Money amount = question.amount();
        return switch (question.purpose()) {
            case SALE -> new HostRequest.Sale(at, trace, amount, demand(card));
            case REFUND -> new HostRequest.Refund(at, trace, amount, demand(card), original(question, usage));
            case VOID -> new HostRequest.VoidSale(at, trace, amount, demand(card), original(question, usage));
            case REVERSAL -> new HostRequest.Reversal(at, trace, amount, card, undoing(question, usage));
            case ECHO -> new HostRequest.Echo(at, trace);
        };
    }

    private static Undoing undoing(Question question, Usage usage) {
        OriginalMessage undone = demand(question.original());
        Reason reason = switch (undone.reason()) {
            case "NO_HOST_ANSWER" -> Reason.NO_ANSWER;
            case "HOST_UNREADABLE" -> Reason.UNREADABLE_ANSWER;
            default -> Reason.CANCELLED;
        };
        return new Undoing(original(question, usage), reason, undone.attempt() > 1);
    }

    private static Original original(Question question, Usage usage) {
        OriginalMessage message = demand(question.original());
        boolean advice = message.purpose() == Purpose.REFUND && usage.refund() == Usage.Flow.ADVICE;
        return new Original(
                advice ? "0220" : "0200", trace(message.mark(), question.station()), message.rrn(), message.authCode());
    }

    private static Trace trace(Mark mark, CardHostPort.Station station) {
        return new Trace(
                mark.trace(),
                mark.transmittedAt(),
                mark.transmittedAt().atZone(station.zone()).toLocalDateTime(),
                0);
    }

    static Reply reply(Question question, HostOutcome outcome) {
        return switch (outcome) {
            case HostOutcome.Answered answered -> answer(question, answered.answer());
            case HostOutcome.Silent silent -> new Reply.Nothing(silent.why().name());
            case HostOutcome.NotSent notSent -> new Reply.NotSent(notSent.why().name());
            case HostOutcome.Unreadable unreadable -> new Reply.Nothing("unreadable at " + unreadable.path());
        };
    }

    /** Only a sale is approved in part; an approval of nothing, or of more than was asked, is not one that can be read. */
    private static Reply answer(Question question, HostAnswer answer) {
        if (!answer.approved()) {
            return new Reply.Declined(answer.responseCode(), answer.rrn().orElse(null));
        }
        Money asked = question.amount();
        long approved = question.purpose() == Purpose.SALE ? answer.amount().orElse(asked.value()) : asked.value();
        if (approved > asked.value() || (question.purpose() == Purpose.SALE && approved == 0)) {
            return new Reply.Nothing("an approval of " + approved + " where " + asked.value() + " was asked");
        }
        return new Reply.Approved(
                new Money(approved, asked.currency()),
                answer.responseCode(),
                answer.authCode().orElse(null),
                answer.rrn().orElse(null),
                answer.issuerEmv().orElse(null),
                answer.settlementDate().map(MonthDay::toString).orElse(null));
    }

    private static <T> T demand(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("this question needs a card or an original");
        }
        return value;
    }

    /** The card in the clear, only while the message is built. */
    private record Presented(@Nullable CardForHost forHost) implements AutoCloseable {
        static Presented of(@Nullable CardPresented presented) {
            if (presented == null) {
                return new Presented(null);
            }
            OpenedCard card = presented.card();
            CardForHost forHost = new CardForHost(
                    EntryMode.valueOf(presented.entry().toUpperCase(Locale.ROOT)),
                    card.pan().digits().toCharArray(),
                    card.expiry().yymm());
            Track2 track = card.track2();
            if (track != null) {
                forHost.track2(track.text('=').toCharArray());
            }
            card.sequence().ifPresent(number -> forHost.sequence(String.format(Locale.ROOT, "%03d", number)));
            addPin(forHost, presented.pin());
            return new Presented(presented.emv().length == 0 ? forHost : forHost.emv(presented.emv()));
        }

        private static void addPin(CardForHost forHost, @Nullable SecretBytes pin) {
            if (pin != null) {
                byte[] block = pin.bytes();
                forHost.pinBlock(block);
                Arrays.fill(block, (byte) 0);
            }
        }

        @Override
        public void close() {
            if (forHost != null) {
                forHost.close();
            }
        }
    }
}
