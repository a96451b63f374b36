package io.tillgate.portal.merchant.tills;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.MerchantAccount;
import io.tillgate.merchants.Store;
import io.tillgate.merchants.Stores;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.frame.Confirm;
import io.tillgate.portal.frame.Confirms;
import io.tillgate.portal.frame.Forms;
import io.tillgate.portal.frame.Forms.Shown;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Frame.Crumb;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Heading;
import io.tillgate.portal.frame.Mistakes;
import io.tillgate.portal.frame.Words;
import io.tillgate.portal.merchant.shop.Option;
import io.tillgate.portal.merchant.shop.Shop;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TerminalId;
import io.tillgate.terminals.CreateTerminal;
import io.tillgate.terminals.NewTerminal;
import io.tillgate.terminals.Terminals;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Sets a till up, or gives it a new code. The code is in the answer to the form and nowhere else. */
@Path("/portal/{slug}/tills")
@RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
class NewTillPage {
    @CheckedTemplate(basePath = "merchant/tills")
    static class Templates {
        static native TemplateInstance newTill(Frame frame, NewTillView view);

        static native TemplateInstance activation(Frame frame, ActivationView view);

        private Templates() {}
    }

    private final Frames frames;
    private final Forms forms;
    private final Confirms confirms;
    private final Shop shop;
    private final Stores stores;
    private final Terminals terminals;

    NewTillPage(Frames frames, Forms forms, Confirms confirms, Shop shop, Stores stores, Terminals terminals) {
        this.frames = frames;
        this.forms = forms;
        this.confirms = confirms;
        this.shop = shop;
        this.stores = stores;
        this.terminals = terminals;
    }

    @GET
    @Path("new")
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> form(@RestPath String slug) {
        return form("", "", Mistakes.NONE);
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> create(
            @RestPath String slug,
            @RestForm @Nullable String once,
            @RestForm UUID store,
            @RestForm UUID account,
            @RestForm @Nullable String name) {
        String label = Objects.requireNonNullElse(name, "").strip();
        CreateTerminal command = new CreateTerminal(new StoreId(store), new MerchantAccountId(account), label);
        shop.merchant();
        return forms.onceShowing(
                once,
                () -> terminals.create(shop.caller(), command).map(this::shown),
                mistakes -> form(label, store.toString(), mistakes));
    }

    @GET
    @Path("{id}/code")
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> askForCode(@RestPath String slug, @RestPath UUID id) {
        return codeForm(id, Mistakes.NONE);
    }

    @POST
    @Path("{id}/code")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> newCode(@RestPath String slug, @RestPath UUID id, @RestForm @Nullable String once) {
        shop.merchant();
        return forms.onceShowing(
                once,
                () -> terminals
                        .newActivationCode(shop.caller(), new TerminalId(id))
                        .map(this::shown),
                mistakes -> codeForm(id, mistakes));
    }

    private Shown shown(NewTerminal made) {
        NewTerminal.Activation activation = made.activation();
        byte[] picture = activation.qr().svg().getBytes(StandardCharsets.UTF_8);
        ActivationView view = new ActivationView(
                made.terminal().number(),
                made.terminal().merchantNumber(),
                activation.code(),
                words().a_until(shop.formats().moment(activation.expiresAt())),
                activation.caFingerprint(),
                "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(picture),
                frames.href("tills/" + made.terminal().id()),
                new TillWords(words(), shop.formats()).state(made.terminal()));
        return new Shown(
                "tills/" + made.terminal().id(),
                words().a_shown(),
                frames.page(
                        heading(words().a_title(made.terminal().number())),
                        frame -> Templates.activation(frame, view)));
    }

    private Uni<TemplateInstance> form(String name, String chosen, Mistakes mistakes) {
        return shop.stores(false)
                .chain(open -> stores.accounts(shop.caller(), shop.merchant())
                        .map(accounts -> new NewTillView(
                                open.stream()
                                        .map(store -> option(store, chosen))
                                        .toList(),
                                accounts.stream()
                                        .filter(MerchantAccount::open)
                                        .map(account -> new Option(
                                                account.id().toString(),
                                                account.number().value() + " · "
                                                        + account.currency().getCurrencyCode(),
                                                false))
                                        .toList(),
                                name,
                                frames.href("tills/new"),
                                frames.href("tills"),
                                mistakes)))
                .chain(view -> frames.page(heading(words().n_title()), frame -> Templates.newTill(frame, view)));
    }

    private Option option(Store store, String chosen) {
        String id = store.id().toString();
        return new Option(id, shop.name(store), id.equals(chosen));
    }

    private Uni<TemplateInstance> codeForm(UUID id, Mistakes mistakes) {
        shop.merchant();
        return terminals
                .find(shop.caller(), new TerminalId(id))
                .chain(till -> confirms.page(
                        heading(words().a_new()),
                        new Confirm(
                                words().a_new(),
                                till.number() + " " + till.label(),
                                List.of(words().a_new_will()),
                                words().a_new(),
                                shop.words().cancel(),
                                frames.href("tills/" + id + "/code"),
                                frames.href("tills/" + id),
                                false,
                                mistakes)));
    }

    private Heading heading(String title) {
        return Heading.of("tills", title, new Crumb(words().title(), "tills"));
    }

    private TillsMessages words() {
        return Words.in(TillsMessages.class, shop.locale());
    }
}
