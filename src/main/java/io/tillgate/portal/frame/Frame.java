package io.tillgate.portal.frame;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every page has around it, all of it text in the reader's language.
 *
 * @param language {@code en} or {@code zh-CN}
 * @param scheme auto, light or dark
 * @param base the portal's address, {@code /portal/{slug}}
 * @param assets changes with our own styles and scripts, so that they may be cached
 * @param flash what the action before this page did, said once
 */
public record Frame(
        String language,
        String scheme,
        String base,
        String assets,
        Mark mark,
        Reader reader,
        List<Nav> places,
        String title,
        List<Crumb> crumbs,
        @Nullable Flash flash) {

    /** The tenant's brand. {@code letter} is the first character of the word mark. */
    public record Mark(String logo, String letter, String version, String organisation, String context) {}

    public record Reader(String username, String initials, String roles) {}

    /** A place of the navigation. */
    public record Nav(String label, String href, String icon, boolean current, boolean thumb) {}

    /** A step of the way back. */
    public record Crumb(String label, String href) {}

    public String organisation() {
        return mark.organisation();
    }

    /** The places of the phone's bar. */
    public List<Nav> thumbs() {
        return places.stream().filter(Nav::thumb).limit(4).toList();
    }

    /** Those that the bar has no room for. */
    public List<Nav> others() {
        List<Nav> thumbs = thumbs();
        return places.stream().filter(place -> !thumbs.contains(place)).toList();
    }

    public boolean isElsewhere() {
        return others().stream().anyMatch(Nav::current);
    }
}
