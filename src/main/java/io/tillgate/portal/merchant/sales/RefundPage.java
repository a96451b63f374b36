package io.tillgate.portal.merchant.sales;

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
import io.tillgate.portal.merchant.shop.Shop;
import io.tillgate.sales.Sale;
import io.tillgate.sales.SalePayment;
import io.tillgate.sales.Sales;
import io.tillgate.sales.UndoAnswered;
import io.tillgate.sales.UndoPayment;
import io.tillgate.sales.UndoPayment.GoodsReturned;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Money;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.SaleId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Gives money back. The form says what will happen before it is sent, and names the request, so that nothing is paid twice. */
@Path("/portal/{slug}/sales")
@RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
class RefundPage {
    @CheckedTemplate(basePath = "merchant/sales")
    static class Templates {
        static native TemplateInstance refund(Frame frame, RefundView view);

        static native TemplateInstance cancelPayment(Frame frame, RefundView view);

        private Templates() {}
    }

    private final Frames frames;
    private final Forms forms;
    private final Shop shop;
    private final Sales sales;
    private final RefundViews views;

    RefundPage(Frames frames, Forms forms, Shop shop, Sales sales, RefundViews views) {
        this.frames = frames;
        this.forms = forms;
        this.shop = shop;
        this.sales = sales;
        this.views = views;
    }

    @GET
    @Path("{id}/refund")
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> ask(@RestPath String slug, @RestPath UUID id) {
        return refundForm(id, new RefundForm(), Mistakes.NONE);
    }

    @POST
    @Path("{id}/refund")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> refund(@RestPath String slug, @RestPath UUID id, @BeanParam RefundForm form) {
        return forms.once(
                form.once,
                () -> sale(id).chain(sale -> giveBack(sale, form, false)),
                mistakes -> refundForm(id, form, mistakes));
    }

    @GET
    @Path("{id}/void")
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> askToCancel(@RestPath String slug, @RestPath UUID id) {
        return voidForm(id, new RefundForm(), Mistakes.NONE);
    }

    @POST
    @Path("{id}/void")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> cancel(@RestPath String slug, @RestPath UUID id, @BeanParam RefundForm form) {
        return forms.once(
                form.once,
                () -> sale(id).chain(sale -> giveBack(sale, form, true)),
                mistakes -> voidForm(id, form, mistakes));
    }

    private Uni<Done> giveBack(Sale sale, RefundForm form, boolean whole) {
        Refundable refundable = Refundable.of(sale);
        if (!Long.toString(refundable.left()).equals(form.seen)) {
            throw new Refusal(CommonProblem.STALE, "something was given back meanwhile");
        }
        Refundable.Part part = chosen(refundable, form.payment);
        Money amount =
                whole || !"some".equals(form.much) ? null : RefundViews.amount(form.amount, money(sale, part.left()));
        UndoPayment command = new UndoPayment(
                Objects.requireNonNull(part.payment().payment()),
                whole,
                amount,
                whole
                        ? List.of()
                        : form.lines().stream()
                                .filter(line -> line.matches("[0-9]{1,3}"))
                                .map(line -> new GoodsReturned(Integer.parseInt(line), null))
                                .toList(),
                views.reason(form.reason),
                Objects.requireNonNullElse(form.once, ""));
        return sales.undo(shop.caller(), command)
                .map(answer -> done(sale, amount == null ? money(sale, part.left()) : amount, answer, whole));
    }

    private Done done(Sale sale, Money amount, UndoAnswered answer, boolean whole) {
        SalesMessages words = Words.in(SalesMessages.class, shop.locale());
        String path = "sales/" + sale.id();
        String money = shop.formats().money(amount);
        String reference = String.valueOf(answer.payment());
        if (!answer.isApproved()) {
            return Done.not(path, words.r_refused(Objects.requireNonNullElse(answer.reason(), answer.outcome())));
        }
        return new Done(path, whole ? words.v_done(money, reference) : words.r_done(money, reference));
    }

    private static Money money(Sale sale, long value) {
        return new Money(value, sale.terms().total().currency());
    }

    /** The payment that was chosen; the first where there is but one. */
    private static Refundable.Part chosen(Refundable refundable, @Nullable String payment) {
        return refundable.parts().stream()
                .filter(part -> payment == null || id(part.payment()).equals(payment))
                .findFirst()
                .orElseThrow(() -> new Refusal(CommonProblem.STALE, "nothing is left of this payment"));
    }

    static String id(SalePayment payment) {
        return String.valueOf(payment.payment());
    }

    private Uni<TemplateInstance> refundForm(UUID id, RefundForm form, Mistakes mistakes) {
        return sale(id).chain(sale -> {
            RefundView view = views.of(sale, form, mistakes, "refund");
            return frames.page(
                    heading(sale, Words.in(SalesMessages.class, shop.locale()).r_title()),
                    frame -> Templates.refund(frame, view));
        });
    }

    private Uni<TemplateInstance> voidForm(UUID id, RefundForm form, Mistakes mistakes) {
        return sale(id).chain(sale -> {
            RefundView view = views.of(sale, form, mistakes, "void");
            return frames.page(
                    heading(sale, Words.in(SalesMessages.class, shop.locale()).v_title()),
                    frame -> Templates.cancelPayment(frame, view));
        });
    }

    private Heading heading(Sale sale, String title) {
        SalesMessages words = Words.in(SalesMessages.class, shop.locale());
        return Heading.of(
                "sales",
                title,
                new Crumb(words.title(), "sales"),
                new Crumb(sale.terms().receiptNumber(), "sales/" + sale.id()));
    }

    private Uni<Sale> sale(UUID id) {
        shop.merchant();
        return sales.find(shop.caller(), new SaleId(id))
                .map(found -> found.orElseThrow(() -> new Refusal(CommonProblem.NOT_FOUND, "there is no such sale")));
    }
}
