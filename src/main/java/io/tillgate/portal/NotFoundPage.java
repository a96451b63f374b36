package io.tillgate.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tillgate.platform.identity.PortalPath;
import io.tillgate.platform.identity.TenantDirectory;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Answers for portals that do not exist, before anybody is sent to sign in to one. */
class NotFoundPage {
    @CheckedTemplate
    static class Templates {
        static native TemplateInstance notFound(String language);

        private Templates() {}
    }

    private final TenantDirectory directory;

    NotFoundPage(TenantDirectory directory) {
        this.directory = directory;
    }

    @ServerRequestFilter(preMatching = true)
    Optional<Response> refuseUnknown(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        if (!path.startsWith("/portal/")
                || PortalPath.slug(path).flatMap(directory::bySlug).isPresent()) {
            return Optional.empty();
        }
        String accepted = request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
        Locale locale = isChinese(accepted) ? Language.CHINESE : Locale.ENGLISH;
        String page = Templates.notFound(isChinese(accepted) ? "zh-CN" : "en")
                .setLocale(locale)
                .render();
        return Optional.of(Response.status(Response.Status.NOT_FOUND)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page)
                .build());
    }

    private static boolean isChinese(@Nullable String accepted) {
        return accepted != null && accepted.startsWith("zh");
    }
}
