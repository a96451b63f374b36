package io.tillgate.portal.frame;

import io.tillgate.tenancy.Tenants;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The reader's language: the one chosen, else the browser's first of ours, else the tenant's. */
@RequestScoped
public class Language {
    public static final Locale CHINESE = Locale.forLanguageTag("zh");
    private static final String COOKIE = "tillgate_language";

    private final RoutingContext request;
    private final Tenants tenants;

    Language(RoutingContext request, Tenants tenants) {
        this.request = request;
        this.tenants = tenants;
    }

    Locale of(String slug) {
        Cookie chosen = request.request().getCookie(COOKIE);
        if (chosen != null) {
            return ours(chosen.getValue());
        }
        String accepted = request.request().getHeader("Accept-Language");
        Locale known = accepted == null ? null : first(accepted);
        return known != null
                ? known
                : tenants.bySlug(slug)
                        .map(t -> ours(t.settings().locale().getLanguage()))
                        .orElse(Locale.ENGLISH);
    }

    static String cookie(String slug, String tag) {
        return COOKIE + "=" + (ours(tag).equals(CHINESE) ? "zh" : "en") + "; Path=/portal/" + slug
                + "; Max-Age=31536000; HttpOnly; SameSite=Lax";
    }

    private static @Nullable Locale first(String accepted) {
        try {
            Locale match = Locale.lookup(Locale.LanguageRange.parse(accepted), List.of(Locale.ENGLISH, CHINESE));
            return match == null ? null : ours(match.getLanguage());
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private static Locale ours(String tag) {
        return tag.startsWith("zh") ? CHINESE : Locale.ENGLISH;
    }
}
