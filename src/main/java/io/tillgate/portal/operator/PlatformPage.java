package io.tillgate.portal.operator;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.health.SmallRyeHealthReporter;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.audit.AuditTrail;
import io.tillgate.platform.audit.AuditTrail.AuditView;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.frame.Formats;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Heading;
import io.tillgate.portal.frame.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How the platform is doing, part by part, and what its operators did. */
@Path("/portal/{slug}/operate")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.OPERATOR)
class PlatformPage {
    private static final int ROWS = 50;

    @CheckedTemplate(basePath = "operator")
    static class Templates {
        static native TemplateInstance health(Frame frame, boolean ready, List<Check> checks);

        static native TemplateInstance audit(Frame frame, List<Done> rows, String next);

        private Templates() {}
    }

    /** A part of the platform. */
    public record Check(String name, boolean up, List<String> details) {}

    /** Something an operator did. */
    public record Done(AuditView record, String at, String what) {}

    private final SmallRyeHealthReporter health;
    private final AuditTrail trail;
    private final Frames frames;

    PlatformPage(SmallRyeHealthReporter health, AuditTrail trail, Frames frames) {
        this.health = health;
        this.trail = trail;
        this.frames = frames;
    }

    @GET
    @Path("health")
    public Uni<TemplateInstance> health(@RestPath String slug) {
        String title = words().nav_health();
        return health.getReadinessAsync().chain(found -> {
            List<Check> checks = found.getPayload().getJsonArray("checks").stream()
                    .map(JsonValue::asJsonObject)
                    .map(this::check)
                    .toList();
            return frames.page(Heading.of("health", title), frame -> Templates.health(frame, !found.isDown(), checks));
        });
    }

    private Check check(JsonObject check) {
        JsonObject data = check.getJsonObject("data");
        return new Check(
                part(check.getString("name")),
                check.getString("status").equals("UP"),
                data == null
                        ? List.of()
                        : data.entrySet().stream()
                                .map(each -> new Detail(
                                        each.getKey(),
                                        each.getValue().toString().replace("\"", "")))
                                .filter(Detail::says)
                                .map(each -> each.name() + ": " + state(each.value()))
                                .toList());
    }

    /** Something that a part says of itself. */
    private record Detail(String name, String value) {
        /** A nameless connection and an empty list tell nobody anything. */
        boolean says() {
            return !value.isBlank() && !value.equals("[]") && !name.startsWith("<");
        }
    }

    private String state(String value) {
        return switch (value) {
            case "UP" -> words().up();
            case "DOWN" -> words().down();
            default -> value;
        };
    }

    /** What people call a part; one that is new has the name that its program gives it. */
    private String part(String name) {
        OperatorMessages words = words();
        return switch (name) {
            case "Reactive PostgreSQL connections health check" -> words.part_database();
            case "Database connections health check" -> words.part_migrations();
            case "device-listener" -> words.part_enrolment();
            case "mqtt" -> words.part_tills();
            case "card-host-links" -> words.part_hosts();
            case "jobs" -> words.part_jobs();
            case "tenants" -> words.part_tenants();
            case "security-module" -> words.part_keys();
            default -> name;
        };
    }

    /** What was done; an action that is new says its name. */
    private String done(String action) {
        OperatorMessages words = words();
        return switch (action) {
            case "tenant.apply" -> words.did_apply();
            case "tenant.suspend" -> words.did_suspend();
            case "tenant.resume" -> words.did_resume();
            case "bank-client.hand-out" -> words.did_bank_client();
            case "staff.create" -> words.did_staff();
            case "staff.disable" -> words.did_staff_out();
            default -> action;
        };
    }

    @GET
    @Path("audit")
    public Uni<TemplateInstance> audit(@RestPath String slug, @RestQuery @Nullable String after) {
        var caller = frames.caller();
        Formats formats = Formats.of(frames.locale(), ZoneOffset.UTC);
        return trail.page(
                        caller.scope(),
                        caller.tenant(),
                        new AuditTrail.Asked(null, null, null, null, null, null),
                        new PageRequest(ROWS, after))
                .chain((Page<AuditView> page) -> {
                    List<Done> rows = page.items().stream()
                            .map(each -> new Done(each, formats.moment(each.at()), done(each.action())))
                            .toList();
                    String next = page.next() == null ? "" : frames.href("operate/audit") + "?after=" + page.next();
                    return frames.page(
                            Heading.of("audit", words().nav_audit()), frame -> Templates.audit(frame, rows, next));
                });
    }

    private OperatorMessages words() {
        return Words.in(OperatorMessages.class, frames.locale());
    }
}
