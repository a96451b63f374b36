package io.tillgate.launcher.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tillgate.launcher.demo.StoryBroken;
import io.tillgate.launcher.replay.Happening.Means;
import io.tillgate.launcher.replay.Happening.Sold;
import io.tillgate.launcher.replay.Happening.Undone;
import io.tillgate.launcher.replay.Retail.Line;
import io.tillgate.simulator.till.TestCard;
import io.tillgate.simulator.till.Till;
import io.tillgate.simulator.till.TillKeys;
import java.util.List;

/** A till on line with its key, and the messages that it sends. */
record Counter(Till till, TillKeys keys, String number, Town town, Bargain bargain) implements AutoCloseable {
    static final String COUPON = "WELCOME10";

    private static final int TEN_PER_CENT = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whether it was approved. What was asked under this id before is done, whatever came of it. */
    boolean sell(Sold sold) {
        JsonNode answer = till.ask("auth", id(sold, "sale"), sale(sold));
        String outcome = answer.path("outcome").asText();
        boolean before = answer.path("reason").asText().equals("ID_REUSED");
        StoryBroken.unless(
                before || outcome.equals("approved") || outcome.equals("declined"),
                "a sale of invoice " + sold.invoice() + " was answered " + answer);
        return outcome.equals("approved");
    }

    /** Nothing happens where there is nothing to undo, because risk or the issuer had refused the sale. */
    void undo(Undone undone) {
        till.ask("auth", id(undone, undone.voided() ? "void" : "refund"), undoing(undone));
    }

    /** Its last word is what it holds: it stays in the portal's list of tills, switched off. */
    @Override
    public void close() {
        till.tell("state", LivingTill.holding(till.take()));
        till.close();
    }

    private String id(Happening happening, String what) {
        return Chance.id(happening.at(), town.slug(), happening.invoice(), what).toString();
    }

    private ObjectNode sale(Sold sold) {
        ObjectNode basket = basket(sold);
        long total = basket.get("total").asLong();
        ObjectNode body = JSON.createObjectNode().put("type", "sale");
        body.set("amount", money(total));
        if (sold.means() == Means.CASH) {
            body.putObject("cash").put("tendered", (total + 499) / 500 * 500);
        } else {
            present(body.putObject("card"), sold, total);
        }
        body.set("basket", basket);
        return body.put("cashier", cashier(sold))
                .put("shift", sold.at().atZone(town.zone()).getHour() < 14 ? "1" : "2");
    }

    private void present(ObjectNode presented, Sold sold, long total) {
        TestCard card = sold.means() == Means.BLOCKED
                ? Wallets.blocked(town.slug(), sold.invoice())
                : Wallets.of(town.slug(), sold.basket().customer(), sold.invoice());
        TillKeys.Enciphered enciphered = keys.encipher(card.track2Object());
        presented.put(
                "entry",
                switch (sold.means()) {
                    case CONTACTLESS -> "contactless";
                    case TYPED -> "manual";
                    case CASH, CHIP, BLOCKED -> "chip";
                });
        presented
                .putObject("data")
                .put("scheme", "aes-dukpt")
                .put("ksn", enciphered.ksn())
                .put("ciphertext", enciphered.ciphertext());
        if (sold.means() != Means.TYPED) {
            presented.put("emv", card.emv(total, town.money().number()));
        }
    }

    private ObjectNode basket(Sold sold) {
        ObjectNode basket = JSON.createObjectNode();
        ArrayNode written = basket.putArray("lines");
        long sum = 0;
        for (Line line : sold.basket().lines()) {
            boolean byCoupon = sold.coupon() && written.isEmpty();
            long off = off(sold, line, byCoupon);
            ObjectNode row = written.addObject()
                    .put("sku", line.article().code())
                    .put(
                            "name",
                            town.chinese()
                                    ? line.article().zh()
                                    : line.article().en())
                    .put("quantity", Integer.toString(line.quantity()))
                    .put("unitPrice", line.article().price())
                    .put("taxRate", town.taxRate());
            if (off > 0) {
                row.put("discount", off);
            }
            if (off > 0 && byCoupon) {
                row.put("coupon", COUPON);
            }
            sum += line.total() - off;
        }
        return basket.put("discount", 0).put("taxIncluded", true).put("total", sum);
    }

    private ObjectNode undoing(Undone undone) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("original").put("requestId", id(undone.sold(), "sale"));
        body.put("cashier", cashier(undone.sold()));
        if (undone.voided()) {
            return body.put("type", "void").put("reasonCode", "CASHIER_ERROR");
        }
        List<Line> lines = undone.sold().basket().lines();
        int back = undone.whole() ? lines.size() : 1;
        if (!undone.whole()) {
            Line first = lines.getFirst();
            body.set(
                    "amount",
                    money(first.total()
                            - off(undone.sold(), first, undone.sold().coupon())));
        }
        ArrayNode returns = body.putArray("returns");
        for (int i = 0; i < back; i++) {
            returns.addObject()
                    .put("line", i)
                    .put("quantity", Integer.toString(lines.get(i).quantity()));
        }
        return body.put("type", "refund").put("reasonCode", "CUSTOMER_RETURN");
    }

    /** A coupon takes ten per cent of its line, half up; without one the shop's promotion holds. */
    private long off(Sold sold, Line line, boolean byCoupon) {
        return byCoupon ? (line.total() * TEN_PER_CENT + 50) / 100 : bargain.off(line, sold.at());
    }

    private String cashier(Happening happening) {
        return town.cashiers().get(Chance.below(town.cashiers().size(), town.slug(), happening.invoice(), "cashier"));
    }

    private ObjectNode money(long value) {
        return JSON.createObjectNode()
                .put("value", value)
                .put("currency", town.money().code());
    }
}
