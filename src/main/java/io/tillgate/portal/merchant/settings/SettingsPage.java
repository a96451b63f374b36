package io.tillgate.portal.merchant.settings;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.BankAccount;
import io.tillgate.merchants.Change;
import io.tillgate.merchants.ChangeAsked;
import io.tillgate.merchants.Changes;
import io.tillgate.merchants.MerchantAccount;
import io.tillgate.merchants.Merchants;
import io.tillgate.merchants.Stores;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.frame.Forms;
import io.tillgate.portal.frame.Forms.Done;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Frame.Crumb;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Heading;
import io.tillgate.portal.frame.Mistakes;
import io.tillgate.portal.merchant.settings.SettingsView.BankForm;
import io.tillgate.portal.merchant.shop.Fields;
import io.tillgate.portal.merchant.shop.Shop;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.identifiers.CnapsCode;
import io.tillgate.shared.identifiers.Iban;
import io.tillgate.shared.identifiers.IdentifierCheck;
import io.tillgate.tenancy.TenantSettings.PayoutBank;
import io.tillgate.tenancy.Tenants;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The business as it is registered, its accounts and prices, and asking for another bank account. */
@Path("/portal/{slug}/settings")
@RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
class SettingsPage {
    private static final int REASON_MAX = 500;

    @CheckedTemplate(basePath = "merchant/settings")
    static class Templates {
        static native TemplateInstance settings(Frame frame, SettingsView view);

        static native TemplateInstance bankAccount(Frame frame, BankForm view);

        private Templates() {}
    }

    private final Frames frames;
    private final Forms forms;
    private final Shop shop;
    private final SettingsViews views;
    private final Merchants merchants;
    private final Stores stores;
    private final Changes changes;
    private final Tenants tenants;

    SettingsPage(
            Frames frames,
            Forms forms,
            Shop shop,
            SettingsViews views,
            Merchants merchants,
            Stores stores,
            Changes changes,
            Tenants tenants) {
        this.frames = frames;
        this.forms = forms;
        this.shop = shop;
        this.views = views;
        this.merchants = merchants;
        this.stores = stores;
        this.changes = changes;
        this.tenants = tenants;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> settings(@RestPath String slug) {
        return views.of()
                .chain(view -> frames.page(
                        Heading.of("settings", views.words().title()), frame -> Templates.settings(frame, view)));
    }

    @GET
    @Path("bank/{account}")
    @RolesAllowed(Roles.MERCHANT_OWNER)
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> bank(@RestPath String slug, @RestPath UUID account) {
        return form(account, Map.of(), Mistakes.NONE);
    }

    @POST
    @Path("bank/{account}")
    @RolesAllowed(Roles.MERCHANT_OWNER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> ask(@RestPath String slug, @RestPath UUID account, MultivaluedMap<String, String> form) {
        Fields sent = new Fields(form);
        return forms.once(
                sent.text(Fields.ONCE),
                () -> own(account)
                        .chain(mine -> changes.propose(
                                shop.caller(), mine.id(), new Change.ToBankAccount(wanted(sent)), reason(sent)))
                        .map(made -> new Done("settings", views.words().asked_said())),
                mistakes -> form(account, sent.asTyped(), mistakes));
    }

    @POST
    @Path("changes/{id}/withdraw")
    @RolesAllowed(Roles.MERCHANT_OWNER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> withdraw(@RestPath String slug, @RestPath UUID id, @RestForm @Nullable String once) {
        return forms.once(
                once,
                () -> mine(id).chain(change -> changes.reject(
                                shop.caller(), change.id(), views.words().withdrawn_reason()))
                        .map(done -> new Done("settings", views.words().withdrawn())),
                mistakes -> settings(slug));
    }

    /** Who may say no to a change of a shop's side is who proposed it; other people's looks like none. */
    private Uni<ChangeAsked> mine(UUID id) {
        return changes.get(shop.caller(), id).invoke(change -> {
            boolean own = change.merchant().equals(shop.merchant())
                    && change.proposed().subject().equals(shop.caller().subject());
            if (!own) {
                throw new Refusal(CommonProblem.NOT_FOUND, "there is no such change");
            }
        });
    }

    private BankAccount wanted(Fields sent) {
        String holder = sent.needed("holder");
        sent.needed("reason");
        if (holder.length() > BankAccount.HOLDER_MAX) {
            sent.wrong("holder", "LENGTH");
        }
        return isIban() ? byIban(sent, holder) : byCnaps(sent, holder);
    }

    private static BankAccount byIban(Fields sent, String holder) {
        String iban = sent.needed("iban");
        if (!iban.isEmpty() && Iban.check(iban) instanceof IdentifierCheck.Wrong wrong) {
            sent.wrong("iban", wrong.code());
        }
        sent.check();
        return new BankAccount.ByIban(holder, Iban.parse(iban));
    }

    private static BankAccount byCnaps(Fields sent, String holder) {
        String bank = sent.needed("cnaps");
        String number = sent.needed("accountNumber").replaceAll("\\s", "");
        if (!bank.isEmpty() && CnapsCode.check(bank) instanceof IdentifierCheck.Wrong wrong) {
            sent.wrong("cnaps", wrong.code());
        }
        if (!number.isEmpty() && !BankAccount.ByCnaps.isAccountNumber(number)) {
            sent.wrong("accountNumber", "FORMAT");
        }
        sent.check();
        return new BankAccount.ByCnaps(holder, new CnapsCode(bank), number);
    }

    private static String reason(Fields sent) {
        String reason = sent.needed("reason");
        return reason.substring(0, Math.min(reason.length(), REASON_MAX));
    }

    private Uni<TemplateInstance> form(UUID account, Map<String, String> values, Mistakes mistakes) {
        return own(account)
                .chain(mine -> merchants.payoutAccount(mine.tenant(), mine.id()))
                .chain(now -> {
                    BankForm view = new BankForm(
                            frames.href("settings/bank/" + account),
                            now.map(bank -> bank.holder() + " · " + bank.masked())
                                    .orElse(""),
                            isIban(),
                            values,
                            mistakes);
                    return frames.page(
                            Heading.of(
                                    "settings",
                                    views.words().bank_title(),
                                    new Crumb(views.words().title(), "settings")),
                            frame -> Templates.bankAccount(frame, view));
                });
    }

    /** Another's looks like none. */
    private Uni<MerchantAccount> own(UUID account) {
        return stores.accounts(shop.caller(), shop.merchant())
                .map(accounts -> accounts.stream()
                        .filter(each -> each.id().value().equals(account))
                        .findFirst()
                        .orElseThrow(() -> new Refusal(CommonProblem.NOT_FOUND, "there is no such account")));
    }

    private boolean isIban() {
        return tenants.settings(shop.caller().tenant()).payout() instanceof PayoutBank.Iban;
    }
}
