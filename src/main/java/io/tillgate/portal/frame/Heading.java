package io.tillgate.portal.frame;

import io.tillgate.portal.frame.Frame.Crumb;
import java.util.List;

/**
 * Which page this is.
 *
 * @param place the key of the navigation's place it belongs to
 * @param crumbs the way back, without the page itself; paths below the portal's address
 */
public record Heading(String place, String title, List<Crumb> crumbs) {
    public Heading {
        crumbs = List.copyOf(crumbs);
    }

    public static Heading of(String place, String title, Crumb... crumbs) {
        return new Heading(place, title, List.of(crumbs));
    }
}
