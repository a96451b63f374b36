package io.tillgate.portal.frame;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;

/** Light or dark: the one chosen, else as the reader's system has it. */
@RequestScoped
class Scheme {
    static final String AUTO = "auto";
    private static final String COOKIE = "tillgate_scheme";
    private static final Set<String> CHOICES = Set.of("light", "dark");

    private final RoutingContext request;

    Scheme(RoutingContext request) {
        this.request = request;
    }

    String of() {
        Cookie chosen = request.request().getCookie(COOKIE);
        return chosen == null ? AUTO : ours(chosen.getValue());
    }

    static String cookie(String slug, String scheme) {
        return COOKIE + "=" + ours(scheme) + "; Path=/portal/" + slug + "; Max-Age=31536000; HttpOnly; SameSite=Lax";
    }

    private static String ours(String scheme) {
        return CHOICES.contains(scheme) ? scheme : AUTO;
    }
}
