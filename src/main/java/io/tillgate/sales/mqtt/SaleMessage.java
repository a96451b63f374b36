package io.tillgate.sales.mqtt;

import io.tillgate.payments.card.CardProblem;
import io.tillgate.payments.card.ChipData;
import io.tillgate.payments.card.EncryptedCard;
import io.tillgate.payments.card.PinBlock;
import io.tillgate.sales.Sale.Served;
import io.tillgate.sales.SaleProblem;
import io.tillgate.sales.usecase.SellGoods;
import io.tillgate.sales.usecase.SellGoods.Paying;
import io.tillgate.shared.Money;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.SaleId;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Currency;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code {"type":"sale",...}}, read strictly. Checks form only, in this order: members, amount, currency, extra amounts,
 * one tender, cash, EMV, key serial number, card data, PIN, basket. Whether the account, the catalogue and the sale allow it is
 * decided where they are known.
 */
final class SaleMessage {
    /** Minor units; far above every account's own limit. */
    static final long AMOUNT_MAX = 1_000_000_000_000L;

    private static final Set<String> BODY = Set.of(
            "type", "saleId", "amount", "amounts", "card", "wallet", "cash", "basket", "customer", "cashier", "shift");
    private static final Set<String> ENTRIES = Set.of("chip", "contactless", "swipe", "manual");
    private static final int EMV_BYTES_MAX = 4096;

    private SaleMessage() {}

    /** @param storedAt when it was made, of a sale made without a line; else null */
    static SellGoods read(JsonObject body, SellGoods.Request request, @Nullable Instant storedAt) {
        Fields sale = Fields.of(body, BODY);
        Money amount = amount(sale);
        long tip = tip(sale, amount);
        UUID named = sale.optionalUuid("saleId");
        UUID id = named == null ? request.key().requestId() : named;
        Paying paying = paying(sale, amount);
        return new SellGoods(
                request,
                new SaleId(id),
                named != null && !named.equals(request.key().requestId()),
                amount,
                tip,
                paying,
                BasketMessage.read(sale),
                served(sale),
                storedAt);
    }

    /** {@code {"value","currency"}}: above zero, in a currency of ISO 4217. */
    static Money amount(Fields fields) {
        Fields amount = fields.object("amount", Set.of("value", "currency"));
        long value = amount.integer("value");
        if (value <= 0 || value > AMOUNT_MAX) {
            throw amount.refused(SaleProblem.AMOUNT_INVALID, "value", "must be between 1 and " + AMOUNT_MAX);
        }
        return new Money(value, currency(amount));
    }

    private static Currency currency(Fields amount) {
        String code = amount.text("currency", 3);
        try {
            Currency currency = Currency.getInstance(code);
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency;
            }
        } catch (IllegalArgumentException unknown) {
            // answered below
        }
        throw amount.refused(SaleProblem.CURRENCY_INVALID, "currency", "must be a currency code of ISO 4217");
    }

    private static long tip(Fields sale, Money amount) {
        Fields amounts = sale.optionalObject("amounts", Set.of("tip", "cashback", "surcharge"));
        if (amounts == null) {
            return 0;
        }
        for (String refused : Set.of("cashback", "surcharge")) {
            if (amounts.integerOr(refused, 0) != 0) {
                throw amounts.refused(SaleProblem.UNSUPPORTED, refused, "must be 0: it is not done here");
            }
        }
        long tip = amounts.integerOr("tip", 0);
        if (tip < 0 || tip >= amount.value()) {
            throw amounts.refused(SaleProblem.AMOUNT_INVALID, "tip", "must be at least 0 and below the amount");
        }
        return tip;
    }

    private static Paying paying(Fields sale, Money amount) {
        int tenders = (sale.has("card") ? 1 : 0) + (sale.has("wallet") ? 1 : 0) + (sale.has("cash") ? 1 : 0);
        if (tenders != 1) {
            throw new Refusal(SaleProblem.TENDER_COUNT, "send exactly one of card, wallet and cash");
        }
        if (sale.has("wallet")) {
            throw sale.refused(SaleProblem.UNSUPPORTED, "wallet", "payments are not taken here yet");
        }
        Fields cash = sale.optionalObject("cash", Set.of("tendered"));
        return cash != null ? cash(cash, amount) : card(sale.object("card", Set.of("entry", "data", "emv", "pin")));
    }

    private static Paying cash(Fields cash, Money amount) {
        if (!cash.has("tendered")) {
            return new Paying.InCash(null);
        }
        long tendered = cash.integer("tendered");
        if (tendered < 0 || tendered > AMOUNT_MAX) {
            throw cash.refused(SaleProblem.AMOUNT_INVALID, "tendered", "must be between 0 and " + AMOUNT_MAX);
        }
        if (tendered < amount.value()) {
            throw cash.refused(SaleProblem.CASH_SHORT, "tendered", "is less than the amount: " + amount.value());
        }
        return new Paying.InCash(tendered);
    }

    private static Paying card(Fields card) {
        String entry = card.text("entry", 20);
        if (!ENTRIES.contains(entry)) {
            throw card.invalid("entry", "must be chip, contactless, swipe or manual");
        }
        byte[] emv = emv(card);
        Fields data = card.object("data", Set.of("scheme", "ksn", "ciphertext"));
        EncryptedCard enciphered =
                EncryptedCard.of(data.text("scheme", 20), data.text("ksn", 24), data.text("ciphertext", 2 * 512 + 2));
        return new Paying.ByCard(entry, enciphered, pin(card, entry), emv);
    }

    /** A PIN proves who holds a card that was read: what was typed in proves no card. */
    private static @Nullable PinBlock pin(Fields card, String entry) {
        Fields pin = card.optionalObject("pin", Set.of("format", "ksn", "block"));
        if (pin == null) {
            return null;
        }
        if (entry.equals("manual")) {
            throw new Refusal(CardProblem.PIN_ENTRY_MODE, "a PIN does not go with a card number that was typed in");
        }
        return PinBlock.of(pin.integer("format"), pin.text("ksn", 24), pin.text("block", 2 * 16 + 2));
    }

    private static byte[] emv(Fields card) {
        String hex = card.optionalText("emv", 2 * EMV_BYTES_MAX);
        if (hex == null) {
            return new byte[0];
        }
        byte[] emv = bytes(card, hex);
        ChipData.read(emv);
        return emv;
    }

    private static byte[] bytes(Fields card, String hex) {
        try {
            return HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException notHex) {
            throw card.invalid("emv", "must be hex");
        }
    }

    private static Served served(Fields sale) {
        Fields customer = sale.optionalObject("customer", Set.of("token"));
        String token = customer == null ? null : customer.optionalText("token", 200);
        return new Served(cashier(sale), sale.optionalText("shift", 60), token);
    }

    static @Nullable String cashier(Fields fields) {
        return fields.optionalText("cashier", 60);
    }
}
