package io.tillgate.portal.frame;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What an action did, said once by the page that follows it. It travels in a cookie of a minute and is only ever shown as text.
 *
 * @param amber whether it needs the reader, rather than only tells
 */
public record Flash(boolean amber, String text) {
    private static final String COOKIE = "tillgate_flash";
    private static final int SECONDS = 60;
    private static final int LENGTH_MAX = 600;

    static void leave(RoutingContext request, String base, Flash flash) {
        String said = flash.text().substring(0, Math.min(flash.text().length(), LENGTH_MAX));
        String value = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(((flash.amber() ? "!" : ".") + said).getBytes(StandardCharsets.UTF_8));
        request.response().addCookie(cookie(value, base).setMaxAge(SECONDS));
    }

    static @Nullable Flash take(RoutingContext request, String base) {
        Cookie left = request.request().getCookie(COOKIE);
        if (left == null || left.getValue().isEmpty()) {
            return null;
        }
        request.response().addCookie(cookie("", base).setMaxAge(0));
        try {
            String said = new String(Base64.getUrlDecoder().decode(left.getValue()), StandardCharsets.UTF_8);
            return said.length() < 2 ? null : new Flash(said.charAt(0) == '!', said.substring(1));
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    private static Cookie cookie(String value, String base) {
        return Cookie.cookie(COOKIE, value).setPath(base).setHttpOnly(true).setSameSite(CookieSameSite.LAX);
    }
}
