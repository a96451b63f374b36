package io.tillgate.portal.merchant.team;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.frame.Forms;
import io.tillgate.portal.frame.Forms.Done;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Frame.Crumb;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Heading;
import io.tillgate.portal.frame.Mistakes;
import io.tillgate.portal.frame.Words;
import io.tillgate.portal.merchant.shop.Fields;
import io.tillgate.portal.merchant.shop.Shop;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The people of a shop: its owner lets managers in and shuts them out again. */
@Path("/portal/{slug}/team")
@RolesAllowed(Roles.MERCHANT_OWNER)
class TeamPage {
    private static final String USERNAME = "[a-z0-9][a-z0-9._-]{2,63}";
    private static final String EMAIL = "[^@\\s]+@[^@\\s]+\\.[^@\\s.]+";

    @CheckedTemplate(basePath = "merchant/team")
    static class Templates {
        static native TemplateInstance team(Frame frame, TeamView view);

        static native TemplateInstance teamRemove(Frame frame, String action, String name, Mistakes mistakes);

        private Templates() {}
    }

    private final Frames frames;
    private final Forms forms;
    private final Shop shop;
    private final Staff staff;

    TeamPage(Frames frames, Forms forms, Shop shop, Staff staff) {
        this.frames = frames;
        this.forms = forms;
        this.shop = shop;
        this.staff = staff;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> list(@RestPath String slug) {
        return page(Map.of(), Mistakes.NONE);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> invite(@RestPath String slug, MultivaluedMap<String, String> form) {
        Fields sent = new Fields(form);
        return forms.once(
                sent.text(Fields.ONCE),
                () -> staff.create(shop.caller(), shop.caller().tenant(), command(sent))
                        .map(made -> new Done("team", words().invited(made.username(), made.email()))),
                mistakes -> page(sent.asTyped(), mistakes));
    }

    @GET
    @Path("{id}/remove")
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> ask(@RestPath String slug, @RestPath String id) {
        return removal(id, Mistakes.NONE);
    }

    @POST
    @Path("{id}/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> remove(@RestPath String slug, @RestPath String id, @RestForm @Nullable String once) {
        return forms.once(
                once,
                () -> member(id)
                        .chain(member -> staff.disable(
                                        shop.caller(), shop.caller().tenant(), id)
                                .replaceWith(() -> new Done("team", words().removed(member.username())))),
                mistakes -> removal(id, mistakes));
    }

    private CreateStaff command(Fields sent) {
        shop.merchant();
        String username = sent.needed("username").toLowerCase(Locale.ROOT);
        String email = sent.needed("email");
        if (!username.isEmpty() && !username.matches(USERNAME)) {
            sent.wrong("username", "USERNAME");
        }
        if (!email.isEmpty() && (!email.matches(EMAIL) || email.length() > 254)) {
            sent.wrong("email", "EMAIL");
        }
        sent.check();
        return new CreateStaff(Roles.MERCHANT_MANAGER, username, email, null, shop.merchant());
    }

    private Uni<TemplateInstance> page(Map<String, String> values, Mistakes mistakes) {
        return staff.list(shop.caller().tenant(), shop.merchant())
                .map(all -> new TeamView(all.stream().map(this::row).toList(), values, mistakes))
                .chain(view -> frames.page(Heading.of("team", words().title()), frame -> Templates.team(frame, view)));
    }

    private TeamView.Member row(StaffMember member) {
        boolean you = member.id().equals(shop.caller().subject());
        boolean manager = member.roles().contains(Roles.MERCHANT_MANAGER);
        return new TeamView.Member(
                member.username(),
                member.email(),
                manager ? words().manager() : words().owner(),
                member.active(),
                you,
                manager && member.active() && !you ? frames.href("team/" + member.id() + "/remove") : "");
    }

    private Uni<TemplateInstance> removal(String id, Mistakes mistakes) {
        return member(id)
                .chain(member -> frames.page(
                        Heading.of("team", words().remove_title(member.username()), new Crumb(words().title(), "team")),
                        frame -> Templates.teamRemove(
                                frame, frames.href("team/" + id + "/remove"), member.username(), mistakes)));
    }

    /** Somebody whom this owner may shut out; everybody else looks as if they did not exist. */
    private Uni<StaffMember> member(String id) {
        shop.merchant();
        return staff.get(shop.caller(), shop.caller().tenant(), id);
    }

    private TeamMessages words() {
        return Words.in(TeamMessages.class, shop.locale());
    }
}
