package io.tillgate.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tillgate.launcher.demo.Api.Who;
import io.tillgate.launcher.demo.Shop.Line;
import io.tillgate.simulator.till.DeliveredKey;
import io.tillgate.simulator.till.DeviceKey;
import io.tillgate.simulator.till.Enrolment;
import io.tillgate.simulator.till.Enrolment.Activation;
import io.tillgate.simulator.till.TestCard;
import io.tillgate.simulator.till.Till;
import io.tillgate.simulator.till.TillKeys;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The story's shop, opened for others: a merchant of its own with goods on the shelf and as many tills as wanted. */
public final class Stage implements AutoCloseable {
    /** Whose shop it is. */
    public static final String TENANT = Beginning.TENANT;

    private final Cast cast;
    private final List<Till> opened = new ArrayList<>();

    private Stage(Cast cast) {
        this.cast = cast;
    }

    /**
     * A till that is on line and has its key.
     *
     * @param number as the card host knows it
     */
    public record Counter(Till till, TillKeys keys, String number) {
        /** A sale of one article to the next test card; enciphered now, so that a measurement need not. */
        public ObjectNode sale(int turn) {
            Shop.Article article = Shop.ARTICLES.get(Math.floorMod(turn, Shop.ARTICLES.size()));
            TestCard card = turn % 2 == 0 ? TestCard.VISA : TestCard.MASTERCARD;
            return Shop.cardSale(Shop.basket(List.of(new Line(article, 1, article.price()))), card, keys);
        }
    }

    /** Plays the story's beginning, in silence, against the installation that {@code up.json} in this directory names. */
    public static Stage open(Path data) {
        Running running = Running.from(data.resolve("up.json"));
        Cast cast = new Cast(running, Long.toString(System.currentTimeMillis(), 36));
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        new Beginning(cast).tell(new Narrator(nowhere, false));
        Stage stage = new Stage(cast);
        stage.opened.add(cast.till);
        return stage;
    }

    /** The till of the story. */
    public Counter first() {
        return new Counter(cast.till, cast.keys, cast.terminalNumber);
    }

    /** One more till in the same store. */
    public Counter another(String label) {
        JsonNode created = cast.owner.post(
                "/api/v1/terminals",
                Shop.JSON
                        .createObjectNode()
                        .put("storeId", cast.storeId)
                        .put("merchantAccountId", cast.accountId)
                        .put("label", label));
        String number = created.get("terminal").get("number").asText();
        String code = created.get("activation").get("code").asText();
        Enrolment.Enrolled enrolled = new Enrolment(cast.running.device(), Beginning.TENANT, cast.service)
                .enrol(DeviceKey.generate(), new Activation(cast.merchantNumber, number, code));
        Till till = Till.connect(enrolled, cast.service, cast.running.mqttHost(), cast.running.mqttPort());
        opened.add(till);
        JsonNode answer = till.ask("get", Shop.JSON.createObjectNode().put("kind", "keys"));
        return new Counter(till, DeliveredKey.open(answer.get("jwe").asText(), enrolled.key()), number);
    }

    /** Whose eyes see something. */
    public enum Eyes {
        OWNER,
        FINANCE,
        ANALYST
    }

    /** What the API shows them there. */
    public JsonNode see(Eyes whose, String path) {
        Api api = switch (whose) {
            case OWNER -> cast.owner;
            case FINANCE -> cast.finance;
            case ANALYST -> cast.analyst;
        };
        return api.get(path);
    }

    /** Two people who settle together. */
    public Api finance() {
        return cast.finance;
    }

    public Api secondFinance() {
        return cast.secondFinance;
    }

    /** The merchant's owner, for a browser. */
    public Who owner() {
        return cast.owner.who();
    }

    /** The tenant's bank, with new credentials; the simulated one serves the tenant with them from {@link #letBankServe}. */
    public Api bank() {
        return Api.bank(cast.running.where(), bankClient());
    }

    /** The simulated bank takes over what is left to pay. */
    public void letBankServe() {
        cast.bank().serve(Beginning.TENANT, bankClient());
    }

    private Who bankClient() {
        JsonNode credentials = cast.operator.post(
                "/api/v1/tenants/" + Beginning.TENANT + "/bank-client", Shop.JSON.createObjectNode());
        return new Who(
                Beginning.TENANT,
                credentials.get("clientId").asText(),
                credentials.get("clientSecret").asText());
    }

    /** What the installation says of itself. */
    public JsonNode up() {
        return cast.running.up();
    }

    @Override
    public void close() {
        opened.forEach(Till::close);
    }
}
