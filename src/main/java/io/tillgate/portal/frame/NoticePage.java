package io.tillgate.portal.frame;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tillgate.platform.identity.PortalPath;
import io.tillgate.portal.frame.NoticeView.Action;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;

/** Pages that say what happened, that nothing was lost, and what to do. */
@RequestScoped
class NoticePage {
    static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

    /** Where the filter against forged forms keeps the token of this request. */
    private static final String FORM_TOKEN = "csrf_token";

    private final Brands brands;
    private final Language language;
    private final Scheme scheme;
    private final Assets assets;
    private final RoutingContext request;
    private final OwnFace own;

    NoticePage(Brands brands, Language language, Scheme scheme, Assets assets, RoutingContext request, OwnFace own) {
        this.brands = brands;
        this.language = language;
        this.scheme = scheme;
        this.assets = assets;
        this.request = request;
        this.own = own;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance notice(NoticeView view);

        private Templates() {}
    }

    /** What a notice says. */
    private record Words(boolean amber, String title, String text, Action action) {}

    String signedOut(String slug) {
        PortalMessages words = HomeViews.words(language.of(slug));
        Action again = Action.link(words.sign_in_again(), PortalPath.of(slug));
        return render(slug, "", new Words(false, words.signed_out(), words.signed_out_about(), again));
    }

    /** @param slug empty where the address names no portal of ours */
    String problem(int status, String slug, String reference) {
        PortalMessages words = HomeViews.words(language.of(slug));
        Action home = slug.isEmpty() ? Action.NONE : Action.link(words.to_start(), PortalPath.of(slug));
        return switch (status) {
            case 401 ->
                render(
                        slug,
                        "",
                        new Words(
                                false,
                                words.session_ended(),
                                words.session_ended_about(),
                                Action.link(words.sign_in(), again(slug))));
            case 403 ->
                render(
                        slug,
                        "",
                        own.of(slug, language.of(slug))
                                .map(face -> otherRole(face, words, slug))
                                .orElseGet(() -> new Words(
                                        true, words.forbidden(), words.forbidden_about(), signOut(words, home))));
            case 413 -> render(slug, "", tooLarge(words, slug));
            case 404 ->
                render(
                        slug,
                        "",
                        slug.isEmpty()
                                ? new Words(false, words.not_found(), words.not_found_about(), home)
                                : new Words(false, words.page_missing(), words.page_missing_about(), home));
            default ->
                status >= 500
                        ? render(
                                slug,
                                reference,
                                new Words(
                                        true,
                                        words.unavailable(),
                                        words.unavailable_about(),
                                        Action.link(words.try_again(), again(slug))))
                        : render(slug, reference, new Words(true, words.refused(), words.refused_about(), home));
        };
    }

    /** Somebody with a role who asked for a page of others: there is a face for them, and it is one click away. */
    private static Words otherRole(OwnFace.Known known, PortalMessages words, String slug) {
        return new Words(
                true,
                words.not_yours(),
                words.not_yours_about(known.username(), known.roles(), known.face()),
                Action.link(words.to_face(known.face()), PortalPath.of(slug)));
    }

    /** A form stands at the address to which it is sent. */
    private Words tooLarge(PortalMessages words, String slug) {
        return new Words(
                true,
                words.too_large(),
                words.too_large_about(Uploads.LIMIT),
                slug.isEmpty() ? Action.NONE : Action.link(words.to_form(), request.normalizedPath()));
    }

    private Action signOut(PortalMessages words, Action home) {
        return request.get(FORM_TOKEN) == null
                ? home
                : new Action(words.sign_in_as_other(), home.href() + "/sign-out", true);
    }

    /** The same address; the way back from the sign-in holds a code that can be used once, so from there it is the start. */
    private String again(String slug) {
        String query = request.request().query();
        if (slug.isEmpty()) {
            return request.normalizedPath();
        }
        return query == null || query.contains("state=")
                ? request.normalizedPath()
                : request.normalizedPath() + "?" + query;
    }

    private String render(String slug, String reference, Words words) {
        Locale locale = language.of(slug);
        Brands.Brand brand = brands.of(slug);
        NoticeView view = new NoticeView(
                locale.equals(Language.CHINESE) ? "zh-CN" : "en",
                scheme.of(),
                assets.version(),
                slug,
                brand.logo(),
                brand.logo().substring(0, brand.logo().offsetByCodePoints(0, 1)),
                brand.version(),
                words.amber(),
                words.title(),
                words.text(),
                words.action(),
                reference);
        return Templates.notice(view).setLocale(locale).render();
    }
}
