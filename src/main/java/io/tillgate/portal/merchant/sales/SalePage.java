package io.tillgate.portal.merchant.sales;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Frame.Crumb;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Heading;
import io.tillgate.portal.frame.Words;
import io.tillgate.portal.merchant.shop.Shop;
import io.tillgate.sales.Sale;
import io.tillgate.sales.Sales;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.SaleId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** One sale from the till to the ledger. */
@Path("/portal/{slug}/sales")
@RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
class SalePage {
    @CheckedTemplate(basePath = "merchant/sales")
    static class Templates {
        static native TemplateInstance sale(Frame frame, SaleDetail view);

        private Templates() {}
    }

    private final Frames frames;
    private final Shop shop;
    private final Sales sales;
    private final SaleBooks books;
    private final SaleDetails details;

    SalePage(Frames frames, Shop shop, Sales sales, SaleBooks books, SaleDetails details) {
        this.frames = frames;
        this.shop = shop;
        this.sales = sales;
        this.books = books;
        this.details = details;
    }

    @GET
    @Path("{id}")
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> sale(@RestPath String slug, @RestPath UUID id) {
        shop.merchant();
        return sales.find(shop.caller(), new SaleId(id))
                .map(found -> found.orElseThrow(() -> new Refusal(CommonProblem.NOT_FOUND, "there is no such sale")))
                .chain(this::page);
    }

    private Uni<TemplateInstance> page(Sale sale) {
        return shop.stores()
                .chain(stores -> books.of(sale)
                        .chain(booked -> sales.receipt(sale, shop.locale())
                                .map(paper -> details.of(sale, stores, booked, paper.orElse("")))
                                .chain(view -> frames.page(heading(sale), frame -> Templates.sale(frame, view)))));
    }

    private Heading heading(Sale sale) {
        SalesMessages words = Words.in(SalesMessages.class, shop.locale());
        return Heading.of("sales", words.sale(sale.terms().receiptNumber()), new Crumb(words.title(), "sales"));
    }
}
