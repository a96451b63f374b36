package io.tillgate.portal.acquirer;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.BankAccount;
import io.tillgate.merchants.Change;
import io.tillgate.merchants.Changes;
import io.tillgate.merchants.Portfolio;
import io.tillgate.merchants.Standing;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.frame.Forms;
import io.tillgate.portal.frame.Forms.Done;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Mistakes;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.identifiers.CnapsCode;
import io.tillgate.shared.identifiers.Iban;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** One merchant: how it trades, what it may do, and proposing changes that take two people. */
@Path("/portal/{slug}/desk/merchant/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.ACQUIRER_ADMIN, Roles.UNDERWRITER, Roles.RISK_ANALYST, Roles.FINANCE, Roles.SUPPORT})
class MerchantPage {
    @CheckedTemplate(basePath = "acquirer")
    static class Templates {
        static native TemplateInstance merchant(Frame frame, Desk desk, MerchantViews.View view, Mistakes mistakes);

        private Templates() {}
    }

    private final MerchantViews views;
    private final Portfolio portfolio;
    private final Changes changes;
    private final Desks desks;
    private final Forms forms;

    MerchantPage(MerchantViews views, Portfolio portfolio, Changes changes, Desks desks, Forms forms) {
        this.views = views;
        this.portfolio = portfolio;
        this.changes = changes;
        this.desks = desks;
        this.forms = forms;
    }

    @GET
    public Uni<TemplateInstance> get(@RestPath String slug, @RestPath String id) {
        return page(merchant(id), Mistakes.NONE);
    }

    /** What a merchant may do from now on. {@code may}: all, no-payouts, no-sales or nothing. */
    @POST
    @Path("standing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ACQUIRER_ADMIN, Roles.RISK_ANALYST})
    public Uni<Response> standing(
            @RestPath String slug,
            @RestPath String id,
            @RestForm @Nullable String once,
            @RestForm @Nullable Integer version,
            @RestForm @Nullable String may,
            @RestForm @Nullable String reason) {
        Desk desk = desks.desk();
        MerchantId merchant = merchant(id);
        Standing wanted = wanted(Typed.text(may), Typed.orNull(reason));
        if (wanted.status() != Standing.Status.ACTIVE && wanted.reason() == null) {
            return forms.refused(page(merchant, Mistakes.of(desk.words().say_why())));
        }
        return forms.once(
                once,
                () -> portfolio
                        .switchTo(desk.caller(), merchant, version == null ? -1 : version, wanted)
                        .map(after -> new Done(
                                "desk/merchant/" + merchant,
                                desk.words()
                                        .said_standing(
                                                after.business().tradingName(),
                                                desk.word(
                                                        "standing-said",
                                                        MerchantsPage.code(
                                                                after.standing().status()))))),
                mistakes -> page(merchant, mistakes));
    }

    @POST
    @Path("fee-plan")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ACQUIRER_ADMIN, Roles.FINANCE})
    public Uni<Response> feePlan(
            @RestPath String slug,
            @RestPath String id,
            @RestForm @Nullable String once,
            @RestForm @Nullable String account,
            @RestForm @Nullable String plan,
            @RestForm @Nullable String reason) {
        Change change = new Change.ToFeePlan(Typed.text(plan));
        return propose(merchant(id), new Wish(once, Typed.text(account), change, Typed.text(reason)));
    }

    /** The fields of the form; the framework fills them. */
    public static final class BankForm {
        @RestForm
        @Nullable
        String account;

        @RestForm
        @Nullable
        String holder;

        @RestForm
        @Nullable
        String iban;

        @RestForm
        @Nullable
        String cnaps;

        @RestForm
        @Nullable
        String accountNumber;

        @RestForm
        @Nullable
        String reason;

        /** Null when it is none that a bank could have. */
        @Nullable
        BankAccount toAccount() {
            String who = Typed.text(holder);
            String number = Typed.text(iban).replace(" ", "").toUpperCase(java.util.Locale.ROOT);
            try {
                return number.isEmpty()
                        ? new BankAccount.ByCnaps(
                                who,
                                new CnapsCode(Typed.text(cnaps)),
                                Typed.text(accountNumber).replace(" ", ""))
                        : new BankAccount.ByIban(who, new Iban(number));
            } catch (IllegalArgumentException notOne) {
                return null;
            }
        }
    }

    @POST
    @Path("bank-account")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.ACQUIRER_ADMIN, Roles.FINANCE})
    public Uni<Response> bankAccount(
            @RestPath String slug, @RestPath String id, @RestForm @Nullable String once, @BeanParam BankForm form) {
        BankAccount account = form.toAccount();
        if (account == null) {
            return forms.refused(
                    page(merchant(id), Mistakes.of(desks.desk().words().bank_wrong())));
        }
        Change change = new Change.ToBankAccount(account);
        return propose(merchant(id), new Wish(once, Typed.text(form.account), change, Typed.text(form.reason)));
    }

    private record Wish(@Nullable String once, String account, Change change, String reason) {}

    private Uni<Response> propose(MerchantId merchant, Wish wish) {
        Desk desk = desks.desk();
        if (wish.reason().isEmpty() || wish.reason().length() > Typed.LENGTH_MAX) {
            return forms.refused(page(merchant, Mistakes.of(desk.words().say_why())));
        }
        MerchantAccountId account = new MerchantAccountId(Typed.id(wish.account()));
        return forms.once(
                wish.once(),
                () -> portfolio
                        .accounts(desk.caller(), merchant)
                        .invoke(held -> {
                            if (held.stream()
                                    .noneMatch(each -> each.account().id().equals(account))) {
                                throw new io.tillgate.shared.Refusal(
                                        io.tillgate.shared.CommonProblem.NOT_FOUND, "there is no such account");
                            }
                        })
                        .chain(() -> changes.propose(desk.caller(), account, wish.change(), wish.reason()))
                        .map(made -> new Done(
                                "desk/merchant/" + merchant, desk.words().said_proposed())),
                mistakes -> page(merchant, mistakes));
    }

    private static Standing wanted(String may, @Nullable String reason) {
        return switch (may) {
            case "all" -> Standing.GOOD;
            case "no-payouts" -> new Standing(true, false, reason);
            case "no-sales" -> new Standing(false, true, reason);
            default -> new Standing(false, false, reason);
        };
    }

    private static MerchantId merchant(String id) {
        return new MerchantId(Typed.id(id));
    }

    private Uni<TemplateInstance> page(MerchantId id, Mistakes mistakes) {
        Desk desk = desks.desk();
        return views.of(desk.caller(), id)
                .chain(view -> desks.below(
                        new Desks.Way(MerchantsPage.PLACE, desk.words().nav_merchants(), "merchants"),
                        view.merchant().business().tradingName(),
                        (frame, pen) -> Templates.merchant(frame, pen, view, mistakes)));
    }
}
