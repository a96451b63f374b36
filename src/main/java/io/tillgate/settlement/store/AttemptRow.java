package io.tillgate.settlement.store;

import io.tillgate.settlement.PayoutState;
import io.tillgate.settlement.Signature;
import io.tillgate.settlement.domain.Payout;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Money;
import io.tillgate.shared.TenantId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An attempt as it is stored, with what its payout and merchant say.
 *
 * @param isNewest whether the payout has no later attempt
 * @param creditor where it goes, as fixed by the first signature
 * @param present where the merchant account is paid now
 * @param mayBePaid what the merchant's standing says now
 */
public record AttemptRow(
        TenantId tenant,
        UUID id,
        UUID payout,
        UUID run,
        MerchantId merchant,
        MerchantAccountId account,
        int number,
        boolean isNewest,
        String endToEndId,
        Money amount,
        Creditor creditor,
        Creditor present,
        boolean mayBePaid,
        Standing standing) {

    /** A bank account of a merchant, as columns; all but the id are null once erased. */
    public record Creditor(
            UUID bankAccount,
            @Nullable String holder,
            @Nullable String iban,
            @Nullable String cnaps,
            @Nullable String accountNumber) {}

    /** What changes in an attempt's life. */
    public record Standing(
            PayoutState state,
            @Nullable Signature signed,
            @Nullable Signature released,
            @Nullable UUID file,
            @Nullable String bankReference,
            @Nullable String returnReference,
            @Nullable LocalDate bookedOn,
            @Nullable String reasonCode,
            @Nullable String reason) {
        public static final Standing DRAFTED =
                new Standing(PayoutState.DRAFTED, null, null, null, null, null, null, null, null);

        public Standing in(PayoutState now) {
            return new Standing(
                    now, signed, released, file, bankReference, returnReference, bookedOn, reasonCode, reason);
        }

        public Standing signedBy(@Nullable Signature first) {
            return new Standing(
                    state, first, released, file, bankReference, returnReference, bookedOn, reasonCode, reason);
        }

        public Standing releasedIn(UUID newFile, Signature second) {
            return new Standing(
                    state, signed, second, newFile, bankReference, returnReference, bookedOn, reasonCode, reason);
        }

        public Standing withoutFile() {
            return new Standing(
                    state, signed, null, null, bankReference, returnReference, bookedOn, reasonCode, reason);
        }

        public Standing bookedUnder(@Nullable String reference, LocalDate on) {
            return new Standing(state, signed, released, file, reference, returnReference, on, reasonCode, reason);
        }

        public Standing returnedUnder(@Nullable String reference) {
            return new Standing(state, signed, released, file, bankReference, reference, bookedOn, reasonCode, reason);
        }

        public Standing because(@Nullable String code, @Nullable String text) {
            return new Standing(state, signed, released, file, bankReference, returnReference, bookedOn, code, text);
        }
    }

    public PayoutState state() {
        return standing.state;
    }

    public AttemptRow with(Standing now) {
        return with(now, creditor);
    }

    public AttemptRow with(Standing now, Creditor to) {
        return new AttemptRow(
                tenant,
                id,
                payout,
                run,
                merchant,
                account,
                number,
                isNewest,
                endToEndId,
                amount,
                to,
                present,
                mayBePaid,
                now);
    }

    public Payout toDomain() {
        return switch (standing.state) {
            case HELD -> new Payout.Held(amount);
            case DRAFTED -> new Payout.Drafted(amount);
            case SIGNED -> new Payout.Signed(amount, java.util.Objects.requireNonNull(standing.signed));
            case RELEASED -> new Payout.Released(amount);
            case FETCHED -> new Payout.Fetched(amount);
            case ACCEPTED -> new Payout.Accepted(amount);
            case BOOKED -> new Payout.Booked(amount, standing.bankReference);
            case REJECTED -> new Payout.Rejected(amount);
            case RETURNED -> new Payout.Returned(amount, standing.bankReference, standing.returnReference);
            case CANCELLED -> new Payout.Cancelled(amount);
        };
    }
}
