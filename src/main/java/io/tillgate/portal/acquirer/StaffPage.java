package io.tillgate.portal.acquirer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.frame.Forms;
import io.tillgate.portal.frame.Forms.Done;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Mistakes;
import io.tillgate.tenancy.CreateStaff;
import io.tillgate.tenancy.Staff;
import io.tillgate.tenancy.StaffMember;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The acquirer's own people: who is in, with which role; letting somebody in, and out. */
@Path("/portal/{slug}/desk/staff")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.ACQUIRER_ADMIN)
class StaffPage {
    static final String PLACE = "staff";
    private static final List<String> ROLES =
            List.of(Roles.SUPPORT, Roles.UNDERWRITER, Roles.RISK_ANALYST, Roles.FINANCE, Roles.ACQUIRER_ADMIN);

    @CheckedTemplate(basePath = "acquirer")
    static class Templates {
        static native TemplateInstance staff(Frame frame, Desk desk, View view, Mistakes mistakes);

        private Templates() {}
    }

    /** What the page shows. */
    public record View(List<StaffMember> members, List<String> roles, Newcomer typed) {}

    /** Somebody to let in, as typed. */
    public record Newcomer(String username, String email, String role) {
        static final Newcomer NONE = new Newcomer("", "", Roles.SUPPORT);
    }

    private final Staff staff;
    private final Desks desks;
    private final Forms forms;

    StaffPage(Staff staff, Desks desks, Forms forms) {
        this.staff = staff;
        this.desks = desks;
        this.forms = forms;
    }

    @GET
    public Uni<TemplateInstance> list(@RestPath String slug) {
        return page(Newcomer.NONE, Mistakes.NONE);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> letIn(
            @RestPath String slug,
            @RestForm @Nullable String once,
            @RestForm @Nullable String username,
            @RestForm @Nullable String email,
            @RestForm @Nullable String role) {
        Desk desk = desks.desk();
        Newcomer typed = new Newcomer(
                Typed.text(username),
                Typed.text(email),
                ROLES.contains(Typed.text(role)) ? Typed.text(role) : Roles.SUPPORT);
        Mistakes wrong = Typed.mistakes(
                desk,
                Map.of(
                        "username", typed.username().matches("[a-z0-9][a-z0-9._-]{2,63}"),
                        "email", typed.email().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")));
        if (wrong.any()) {
            return forms.refused(page(typed, wrong));
        }
        return forms.once(
                once,
                () -> staff.create(
                                desk.caller(),
                                desk.caller().tenant(),
                                new CreateStaff(typed.role(), typed.username(), typed.email(), null, null))
                        .map(member ->
                                new Done("desk/staff", desk.words().said_staff(member.username(), member.email()))),
                mistakes -> page(typed, mistakes));
    }

    @POST
    @Path("{id}/disable")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> disable(@RestPath String slug, @RestPath String id, @RestForm @Nullable String once) {
        Desk desk = desks.desk();
        return forms.once(
                once,
                () -> staff.disable(
                                desk.caller(),
                                desk.caller().tenant(),
                                Typed.id(id).toString())
                        .replaceWith(() -> new Done("desk/staff", desk.words().said_disabled())),
                mistakes -> page(Newcomer.NONE, mistakes));
    }

    private Uni<TemplateInstance> page(Newcomer typed, Mistakes mistakes) {
        Desk desk = desks.desk();
        return staff.list(desk.caller().tenant(), null)
                .chain(members -> desks.page(
                        PLACE,
                        desk.words().nav_staff(),
                        (frame, pen) -> Templates.staff(frame, pen, new View(members, ROLES, typed), mistakes)));
    }
}
