package io.tillgate.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tillgate.simulator.till.TestCard;
import io.tillgate.simulator.till.TillKeys;
import java.math.BigDecimal;
import java.util.List;

/** What the demo shop sells: lines of a real invoice of 1 December 2010 (UCI Online Retail, CC BY 4.0), prices as euro cents. */
final class Shop {
    static final List<Article> ARTICLES = List.of(
            new Article("85123A", "WHITE HANGING HEART T-LIGHT HOLDER", "白色心形吊挂烛台", 255),
            new Article("71053", "WHITE METAL LANTERN", "白色金属灯笼", 339),
            new Article("84406B", "CREAM CUPID HEARTS COAT HANGER", "奶油色丘比特衣架", 275),
            new Article("84029G", "KNITTED UNION FLAG HOT WATER BOTTLE", "针织米字旗热水袋", 339),
            new Article("22752", "SET 7 BABUSHKA NESTING BOXES", "七件套娃收纳盒", 765));

    static final String COUPON_OFF = "10";
    static final ObjectMapper JSON = new ObjectMapper();

    private Shop() {}

    /** One article with its first price in minor units. */
    record Article(String sku, String en, String zh, long price) {}

    /** A line of a basket: quantity and the price the till knows. */
    record Line(Article article, int quantity, long unitPrice) {
        long total() {
            return quantity * unitPrice;
        }
    }

    /** A basket without a coupon. */
    static ObjectNode basket(List<Line> lines) {
        ArrayNode written = JSON.createArrayNode();
        lines.forEach(line -> written.addObject()
                .put("sku", line.article().sku())
                .put("name", line.article().en())
                .put("quantity", Integer.toString(line.quantity()))
                .put("unitPrice", line.unitPrice())
                .put("taxRate", "0.21"));
        ObjectNode basket = JSON.createObjectNode();
        basket.set("lines", written);
        return basket.put("discount", 0)
                .put("taxIncluded", true)
                .put("total", lines.stream().mapToLong(Line::total).sum());
    }

    /** Puts a coupon on the first line, which then costs {@code off} less. */
    static ObjectNode withCoupon(ObjectNode basket, String code, long off) {
        ObjectNode first = (ObjectNode) basket.get("lines").get(0);
        first.put("coupon", code).put("discount", off);
        return basket.put("total", basket.get("total").asLong() - off);
    }

    /** The body of a sale by chip card. */
    static ObjectNode cardSale(ObjectNode basket, TestCard card, TillKeys keys) {
        TillKeys.Enciphered enciphered = keys.encipher(card.track2Object());
        long total = basket.get("total").asLong();
        ObjectNode body = JSON.createObjectNode().put("type", "sale");
        body.set("amount", euro(total));
        ObjectNode presented = body.putObject("card").put("entry", "chip");
        presented
                .putObject("data")
                .put("scheme", "aes-dukpt")
                .put("ksn", enciphered.ksn())
                .put("ciphertext", enciphered.ciphertext());
        presented.put("emv", card.emv(total, "978"));
        body.set("basket", basket);
        return body.put("cashier", "Ada").put("shift", "1");
    }

    /** Adds the PIN that the customer types, under a key serial number of its own. */
    static ObjectNode withPin(ObjectNode sale, TestCard card, String pin, TillKeys keys) {
        TillKeys.Enciphered enciphered = keys.encipherPin(pin, card.number());
        ((ObjectNode) sale.get("card"))
                .putObject("pin")
                .put("format", 4)
                .put("ksn", enciphered.ksn())
                .put("block", enciphered.ciphertext());
        return sale;
    }

    static ObjectNode cashSale(ObjectNode basket) {
        ObjectNode body = JSON.createObjectNode().put("type", "sale");
        body.set("amount", euro(basket.get("total").asLong()));
        body.putObject("cash").put("tendered", basket.get("total").asLong());
        body.set("basket", basket);
        return body.put("cashier", "Ada");
    }

    static ObjectNode euro(long value) {
        return JSON.createObjectNode().put("value", value).put("currency", "EUR");
    }

    /** An amount in euro as people write it. */
    static String shown(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    static String outcome(JsonNode answer) {
        return answer.get("outcome").asText();
    }
}
