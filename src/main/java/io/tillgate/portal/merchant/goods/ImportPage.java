package io.tillgate.portal.merchant.goods;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.Assortment;
import io.tillgate.catalogue.CatalogueProblem;
import io.tillgate.catalogue.ImportMode;
import io.tillgate.catalogue.ImportOutcome;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.frame.Forms;
import io.tillgate.portal.frame.Forms.Shown;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Frame.Crumb;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Heading;
import io.tillgate.portal.frame.Mistakes;
import io.tillgate.portal.frame.ProblemWords;
import io.tillgate.portal.frame.Words;
import io.tillgate.portal.merchant.goods.ImportView.Wrong;
import io.tillgate.portal.merchant.shop.Shop;
import io.tillgate.shared.Refusal;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Takes products from a file. Each mistake is told with its line, and the rest is kept or nothing, as asked. */
@Path("/portal/{slug}/products/import")
@RolesAllowed({Roles.MERCHANT_OWNER, Roles.MERCHANT_MANAGER})
class ImportPage {
    private static final int WRONG_SHOWN = 200;

    @CheckedTemplate(basePath = "merchant/goods")
    static class Templates {
        static native TemplateInstance importFile(Frame frame, ImportView view);

        private Templates() {}
    }

    private final Frames frames;
    private final Forms forms;
    private final Shop shop;
    private final Assortment assortment;
    private final ProblemWords problems;
    private final Vertx vertx;

    ImportPage(Frames frames, Forms forms, Shop shop, Assortment assortment, ProblemWords problems, Vertx vertx) {
        this.frames = frames;
        this.forms = forms;
        this.shop = shop;
        this.assortment = assortment;
        this.problems = problems;
        this.vertx = vertx;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Uni<TemplateInstance> form(@RestPath String slug) {
        shop.merchant();
        return page(false, "", List.of(), "", Mistakes.NONE);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Uni<Response> take(
            @RestPath String slug,
            @RestForm @Nullable String once,
            @RestForm @Nullable String mode,
            @RestForm("file") @Nullable FileUpload file) {
        shop.merchant();
        boolean rest = "keep-good".equals(mode);
        if (file == null || file.size() == 0) {
            return forms.refused(page(rest, "", List.of(), "", Mistakes.of(words().i_no_file())));
        }
        return vertx.fileSystem()
                .readFile(file.uploadedFile().toString())
                .map(bytes -> bytes.toString("UTF-8"))
                .chain(csv -> forms.onceShowing(
                        once,
                        () -> assortment
                                .importCsv(
                                        shop.owner(),
                                        Actor.of(shop.caller()),
                                        csv,
                                        rest ? ImportMode.KEEP_GOOD : ImportMode.ALL_OR_NOTHING)
                                .map(outcome -> shown(outcome, rest))
                                .onFailure(ImportPage::hasMistakes)
                                .recoverWithItem(refused -> nothing((Refusal) refused)),
                        mistakes -> page(rest, "", List.of(), "", mistakes)));
    }

    private static boolean hasMistakes(Throwable failed) {
        return failed instanceof Refusal refusal
                && refusal.code() == CatalogueProblem.IMPORT_HAS_MISTAKES
                && !refusal.violations().isEmpty();
    }

    private Shown shown(ImportOutcome outcome, boolean rest) {
        String said = words().i_done(number(outcome.imported()), number(outcome.priced()));
        List<Wrong> wrong = outcome.mistakes().stream()
                .limit(WRONG_SHOWN)
                .map(mistake -> new Wrong(Long.toString(mistake.line()), mistake.column(), what(mistake.code())))
                .toList();
        String left = outcome.mistakes().isEmpty()
                ? ""
                : " " + words().i_left_out(number(outcome.mistakes().size()));
        return new Shown(
                "products",
                said,
                page(rest, said + left, wrong, more(outcome.mistakes().size()), Mistakes.NONE));
    }

    /** One mistake, and nothing was taken: the file may be put right and sent again. */
    private Shown nothing(Refusal refusal) {
        String said = words().i_none_taken(number(refusal.violations().size()));
        List<Wrong> wrong = refusal.violations().stream()
                .limit(WRONG_SHOWN)
                .map(violation -> wrong(violation.path(), violation.code()))
                .toList();
        return new Shown(
                "products/import",
                said,
                page(false, "", wrong, more(refusal.violations().size()), Mistakes.of(said)));
    }

    /** The pointer says {@code /line/column}. */
    private Wrong wrong(String pointer, String code) {
        List<String> parts = List.of(pointer.split("/", -1));
        List<String> named = parts.stream()
                .filter(part -> !part.isEmpty() && !part.equals("lines"))
                .toList();
        return new Wrong(named.isEmpty() ? "" : named.getFirst(), named.size() < 2 ? "" : named.getLast(), what(code));
    }

    private String what(String code) {
        return problems.field(code, shop.locale());
    }

    private String more(int all) {
        return all <= WRONG_SHOWN ? "" : words().i_more(number(all - WRONG_SHOWN));
    }

    private Uni<TemplateInstance> page(boolean rest, String said, List<Wrong> wrong, String more, Mistakes mistakes) {
        ImportView view = new ImportView(
                frames.href("products/import"),
                frames.href("products"),
                frames.href("products/export.csv"),
                rest,
                said,
                wrong,
                more,
                mistakes);
        return frames.page(
                Heading.of("products", words().i_title(), new Crumb(words().title(), "products")),
                frame -> Templates.importFile(frame, view));
    }

    private String number(long value) {
        return shop.formats().number(value);
    }

    private GoodsMessages words() {
        return Words.in(GoodsMessages.class, shop.locale());
    }
}
