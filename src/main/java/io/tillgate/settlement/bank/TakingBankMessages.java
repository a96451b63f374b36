package io.tillgate.settlement.bank;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.Ids;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.settlement.bank.store.BankEntryTable;
import io.tillgate.settlement.bank.store.BankMessageTable;
import io.tillgate.settlement.bank.store.BankMessageTable.NewMessage;
import io.tillgate.settlement.iso20022.AccountReport;
import io.tillgate.settlement.iso20022.BankMessage;
import io.tillgate.settlement.iso20022.BankMessages;
import io.tillgate.settlement.iso20022.CreditTransferMessage;
import io.tillgate.settlement.iso20022.MessageType;
import io.tillgate.settlement.iso20022.Reading;
import io.tillgate.settlement.iso20022.StatusReport;
import io.tillgate.settlement.store.SettlementLock;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.Refusal.Violation;
import io.tillgate.shared.TenantId;
import io.tillgate.tenancy.BusinessClock;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a bank sends: once. The message, its effect and its answer are one commit; sent again it gets that answer; under the same id
 * with another content it is refused. What is refused is remembered without its content; that on which we failed is kept whole, and may
 * be sent again.
 */
@ApplicationScoped
public class TakingBankMessages {
    private static final Logger LOG = Logger.getLogger(TakingBankMessages.class);

    private final Vertx vertx;
    private final TenantTransaction transactions;
    private final HearingStatuses statuses;
    private final HearingReports reports;
    private final Ids ids;
    private final BusinessClock clock;

    TakingBankMessages(
            Vertx vertx,
            TenantTransaction transactions,
            HearingStatuses statuses,
            HearingReports reports,
            Ids ids,
            BusinessClock clock) {
        this.vertx = vertx;
        this.transactions = transactions;
        this.statuses = statuses;
        this.reports = reports;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came, and from whom. */
    private record Arrival(Caller caller, MessageType.Kind kind, byte[] xml) {
        /** As it is stored and listed. */
        String kindCode() {
            return switch (kind) {
                case STATUS_REPORT -> "status-report";
                case STATEMENT -> "statement";
                case NOTIFICATION -> "notification";
                case CREDIT_TRANSFER -> throw new IllegalStateException("a bank sends no orders");
            };
        }
    }

    /**
     * Reads beside the event loop, one message of each loop at a time: that bounds what lies in memory.
     *
     * @param kind what the address takes
     */
    public Uni<BankAnswer> take(Caller caller, MessageType.Kind kind, byte[] xml) {
        Arrival arrival = new Arrival(caller, kind, xml);
        return vertx.executeBlocking(() -> BankMessages.read(xml))
                .map(reading -> understood(reading, kind))
                .chain(understood -> once(arrival, understood)
                        .onFailure(Refusal.class)
                        .call(refusal -> remember(arrival, understood.message(), refusal))
                        .onFailure(TakingBankMessages::isFault)
                        .call(fault -> failed(arrival, understood)))
                .onFailure(Unread.class)
                .recoverWithUni(unread -> refuse(arrival, unread.why));
    }

    private Uni<BankAnswer> once(Arrival arrival, Reading.Understood understood) {
        return transactions.sql(
                Scope.tenant(arrival.caller().tenant()),
                connection -> locked(connection, arrival.caller().tenant())
                        .chain(() -> BankMessageTable.before(
                                connection,
                                arrival.caller().tenant(),
                                arrival.kindCode(),
                                understood.message().messageId()))
                        .chain(before -> before.map(known -> Uni.createFrom().item(() -> again(known, understood)))
                                .orElseGet(() -> first(connection, arrival, understood))));
    }

    /** The tenant's settlement as well, before anything is booked: whoever else books under it takes it first. */
    static Uni<Void> locked(SqlConnection connection, TenantId tenant) {
        return BankMessageTable.lock(connection, tenant).chain(() -> SettlementLock.take(connection, tenant));
    }

    private static BankAnswer again(BankMessageTable.Before before, Reading.Understood understood) {
        if (!Arrays.equals(before.fingerprint(), bytes(understood))) {
            throw new Refusal(
                    BankProblem.BANK_MESSAGE_ID_REUSED,
                    "the message id " + understood.message().messageId() + " was used for another content");
        }
        return BankAnswer.of(before.answer());
    }

    private Uni<BankAnswer> first(SqlConnection connection, Arrival arrival, Reading.Understood understood) {
        UUID id = ids.next();
        BankMessage message = understood.message();
        OffsetDateTime now = clock.now(arrival.caller().tenant()).atOffset(ZoneOffset.UTC);
        return heard(connection, arrival, message, id)
                .call(tally ->
                        BankEntryTable.insert(connection, arrival.caller().tenant(), id, tally.entries(), now))
                .map(tally ->
                        new BankAnswer(message.messageId(), message.type().name(), tally.counts(), tally.breaks()))
                .call(answer -> BankMessageTable.insert(
                        connection, arrival.caller().tenant(), whole(id, "taken", arrival, understood, answer.json())));
    }

    private NewMessage whole(UUID id, String state, Arrival arrival, Reading.Understood understood, JsonObject answer) {
        return new NewMessage(
                id,
                arrival.kindCode(),
                state,
                understood.message().type().name(),
                understood.message().messageId(),
                bytes(understood),
                answer,
                answer.getJsonObject("counts", new JsonObject()).getInteger("breaks", 0),
                arrival.xml(),
                arrival.caller().username(),
                clock.now(arrival.caller().tenant()).atOffset(ZoneOffset.UTC));
    }

    private static boolean isFault(Throwable fault) {
        return !(fault instanceof Refusal);
    }

    /** The bank gets the fault, whether this can be written or not. */
    private Uni<Void> failed(Arrival arrival, Reading.Understood understood) {
        JsonObject answer = new JsonObject()
                .put("code", CommonProblem.UNAVAILABLE.code())
                .put("detail", "we could not work on this message; nothing of it was taken, it may be sent again");
        NewMessage message = whole(ids.next(), "failed", arrival, understood, answer);
        return transactions
                .sql(
                        Scope.tenant(arrival.caller().tenant()),
                        connection -> BankMessageTable.failed(
                                connection, arrival.caller().tenant(), message))
                .onFailure(Exception.class)
                .invoke(fault -> LOG.errorf(fault, "the bank message %s leaves no trace", message.messageId()))
                .onFailure(Exception.class)
                .recoverWithNull();
    }

    private Uni<Tally> heard(SqlConnection connection, Arrival arrival, BankMessage message, UUID id) {
        return switch (message) {
            case StatusReport report ->
                statuses.hear(connection, arrival.caller().tenant(), report);
            case AccountReport report ->
                reports.hear(connection, arrival.caller().tenant(), report, id);
            case CreditTransferMessage ignored -> throw new IllegalStateException("sorted out before");
        };
    }

    private static Reading.Understood understood(Reading reading, MessageType.Kind kind) {
        return switch (reading) {
            case Reading.Unreadable unreadable -> throw new Unread(refusal(unreadable));
            case Reading.Understood understood -> {
                if (understood.message().type().kind() != kind) {
                    throw new Unread(new Refusal(
                            BankProblem.BANK_MESSAGE_MISPLACED,
                            "this address takes " + kind.stem() + ", the document is "
                                    + understood.message().type().name()));
                }
                yield understood;
            }
        };
    }

    private static Refusal refusal(Reading.Unreadable unreadable) {
        BankProblem problem = switch (unreadable.kind()) {
            case TOO_LARGE -> BankProblem.BANK_MESSAGE_TOO_LARGE;
            case FORBIDDEN -> BankProblem.XML_FORBIDDEN;
            case TOO_DEEP -> BankProblem.XML_TOO_DEEP;
            case MALFORMED -> BankProblem.XML_MALFORMED;
            case UNKNOWN_MESSAGE -> BankProblem.BANK_MESSAGE_UNKNOWN;
            case INVALID -> BankProblem.XML_INVALID;
        };
        List<Violation> violations = unreadable.places().stream()
                .filter(place -> place.line() > 0)
                .map(place -> new Violation(
                        "/line/" + place.line() + "/column/" + place.column(), problem.code(), place.fault()))
                .toList();
        Reading.Place first = unreadable.places().getFirst();
        String where = first.line() > 0 ? "line " + first.line() + ", column " + first.column() + ": " : "";
        return new Refusal(problem, where + first.fault(), violations);
    }

    private Uni<BankAnswer> refuse(Arrival arrival, Refusal why) {
        return remember(arrival, null, why).chain(() -> Uni.createFrom().failure(why));
    }

    private Uni<Void> remember(Arrival arrival, @Nullable BankMessage message, Refusal why) {
        NewMessage refused = new NewMessage(
                ids.next(),
                arrival.kindCode(),
                "refused",
                message == null ? null : message.type().name(),
                message == null ? null : message.messageId(),
                null,
                new JsonObject().put("code", why.code().code()).put("detail", storable(why.detail())),
                0,
                null,
                arrival.caller().username(),
                clock.now(arrival.caller().tenant()).atOffset(ZoneOffset.UTC));
        return transactions.sql(
                Scope.tenant(arrival.caller().tenant()),
                connection ->
                        BankMessageTable.insert(connection, arrival.caller().tenant(), refused));
    }

    private static String storable(String detail) {
        return detail.replace("\0", "")
                .substring(0, Math.min(1_000, detail.replace("\0", "").length()));
    }

    private static byte[] bytes(Reading.Understood understood) {
        return HexFormat.of().parseHex(understood.fingerprint());
    }

    /** Refused before anything could be asked of the database. */
    private static final class Unread extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Refusal why;

        Unread(Refusal why) {
            super(null, null, false, false);
            this.why = why;
        }
    }
}
