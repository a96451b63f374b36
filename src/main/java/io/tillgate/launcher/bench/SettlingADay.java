package io.tillgate.launcher.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tillgate.launcher.bench.Filling.Shop;
import io.tillgate.launcher.demo.Patience;
import io.tillgate.launcher.demo.Stage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A day of many sales of many merchants, from the cut-off to the file in the bank's hands; all of it over HTTP. */
final class SettlingADay {
    static final int SALES = 100_000;
    static final int MERCHANTS = 1_000;
    private static final Duration SEALED_WITHIN = Duration.ofMinutes(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stage stage;

    SettlingADay(Stage stage) {
        this.stage = stage;
    }

    /**
     * How long each phase took.
     *
     * @param sealing how long the sealer was behind the sales when the last of them was there; on a real day, a second
     * @param transfers in the file
     */
    record Settled(
            Duration sealing,
            Duration cut,
            Duration signed,
            Duration released,
            Duration fetched,
            int transfers,
            int bytes) {
        Duration all() {
            return cut.plus(signed).plus(released).plus(fetched);
        }
    }

    Settled settle(Filling filling) {
        var bank = stage.bank();
        bank.signIn();
        stage.finance().postOnce("/api/v1/settlements", empty(), key()); // what others sold today is not of this day
        List<Shop> shops = filling.merchants(MERCHANTS);
        filling.sales(shops, Looking.today(stage), SALES);
        long filled = System.nanoTime();
        Patience.until(
                "the sealer", SEALED_WITHIN, () -> Optional.of(true).filter(numbered -> filling.unsealed() == 0));
        long start = System.nanoTime();
        String run = stage.finance()
                .postOnce("/api/v1/settlements", empty(), key())
                .get("id")
                .asText();
        long cut = System.nanoTime();
        ObjectNode all = JSON.createObjectNode().put("run", run);
        stage.finance().postOnce("/api/v1/payouts/sign", all, key());
        long signed = System.nanoTime();
        JsonNode released = stage.secondFinance().postOnce("/api/v1/payouts/release", all, key());
        long ready = System.nanoTime();
        String file = released.get("files").get(0).get("messageId").asText();
        byte[] xml = bank.download("/bank/v1/payment-files/" + file, "application/xml");
        long fetched = System.nanoTime();
        int transfers = transfers(xml);
        if (transfers < MERCHANTS) {
            throw new IllegalStateException("the file pays " + transfers + " merchants of " + MERCHANTS);
        }
        if (!stage.finance().get("/api/v1/ledger/proof").get("balanced").asBoolean()) {
            throw new IllegalStateException("the ledger's proof fails after the day");
        }
        stage.letBankServe();
        return new Settled(
                Duration.ofNanos(start - filled),
                Duration.ofNanos(cut - start),
                Duration.ofNanos(signed - cut),
                Duration.ofNanos(ready - signed),
                Duration.ofNanos(fetched - ready),
                transfers,
                xml.length);
    }

    private static int transfers(byte[] xml) {
        return new String(xml, StandardCharsets.UTF_8).split("<CdtTrfTxInf>", -1).length - 1;
    }

    private static ObjectNode empty() {
        return JSON.createObjectNode();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
