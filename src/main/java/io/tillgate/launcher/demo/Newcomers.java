package io.tillgate.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tillgate.launcher.demo.Api.Answer;
import io.tillgate.launcher.demo.Api.Who;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** People who come to the tenant: its staff, and owners with their applications. */
final class Newcomers {
    private static final String PASSWORD = "a-demo-password-for-";

    private final Cast cast;

    Newcomers(Cast cast) {
        this.cast = cast;
    }

    /** Somebody whom the administrator lets in. */
    Api invite(String name, String role) {
        Who who = person(name);
        cast.admin.post("/api/v1/staff", staff(who, role));
        return new Api(cast.running.where(), who);
    }

    Who person(String name) {
        return new Who(Beginning.TENANT, name + "." + cast.run, PASSWORD + cast.run);
    }

    static ObjectNode staff(Who who, String role) {
        return Shop.JSON
                .createObjectNode()
                .put("role", role)
                .put("username", who.username())
                .put("email", who.username() + "@demo.example")
                .put("password", who.password());
    }

    /** Fills in an application, adds a document and submits it; its id. */
    String apply(Api owner) {
        JsonNode created = owner.post("/api/v1/applications", form(System.nanoTime()));
        String id = created.get("application").get("id").asText();
        Answer document = owner.send(
                "POST",
                "/api/v1/applications/" + id + "/documents?name=register.pdf",
                "application/pdf",
                "%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        StoryBroken.unless(document.status() == 201, "the document was refused: " + document.text());
        owner.post("/api/v1/applications/" + id + "/submit", Shop.JSON.createObjectNode());
        return id;
    }

    /** A second merchant of the same tenant, from application to agreement. */
    Api neighbour() {
        Api neighbour = invite("neighbour", "merchant-owner");
        String path = "/api/v1/applications/" + apply(neighbour);
        cast.underwriter.post(
                path + "/review",
                Shop.JSON.createObjectNode().put("decision", "approve").put("feePlan", "standard"));
        String version = neighbour.get(path).get("agreement").get("version").asText();
        neighbour.post(path + "/agreement", Shop.JSON.createObjectNode().put("version", version));
        Patience.until("the neighbour's merchant", Duration.ofSeconds(15), () -> {
            neighbour.signIn();
            return Optional.of(neighbour).filter(who -> who.get("/api/v1/me").hasNonNull("merchant"));
        });
        return neighbour;
    }

    private ObjectNode form(long seed) {
        ObjectNode form = Shop.JSON.createObjectNode();
        form.putObject("business")
                .put("legalName", "Maison Lumière " + cast.run + " SAS")
                .put("tradingName", "Maison Lumière")
                .put("legalForm", "SAS")
                .put("country", "FR")
                .put("registrationNumber", Numbers.siren(seed));
        form.putArray("owners")
                .addObject()
                .put("name", "Ada Moreau")
                .put("sharePercent", 100)
                .put("birthDate", "1985-04-12")
                .put("country", "FR");
        form.putObject("contact")
                .put("name", "Ada Moreau")
                .put("email", "owner." + cast.run + "@shop.example")
                .put("phone", "+33 1 23 45 67 89")
                .put("language", "en");
        form.putObject("bankAccount").put("holder", "Maison Lumière SAS").put("iban", Numbers.iban(seed));
        ObjectNode trading = form.putObject("trading").put("categoryCode", "5947");
        trading.set("expectedMonthlyTurnover", Shop.euro(2_500_000));
        trading.set("averageTicket", Shop.euro(3_500));
        form.putObject("store")
                .put("name", "Maison Lumière, Lille")
                .put("line1", "12 rue de la Clef")
                .put("city", "Lille")
                .put("postalCode", "59800")
                .put("country", "FR")
                .put("timeZone", "Europe/Paris");
        return form;
    }
}
