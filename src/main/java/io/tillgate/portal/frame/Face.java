package io.tillgate.portal.frame;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.identity.Caller;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One of the portal's faces: whom it is for, where one can go in it, and what it opens with. */
public interface Face {
    boolean isFor(Caller caller);

    /** What its readers call it, as the object of a sentence. */
    String called(Locale locale);

    /** The places of the side navigation, in their order; those with {@code thumb} stand in the phone's bar, at most four. */
    List<Place> places(Caller caller, Locale locale);

    /** The name under the brand: a merchant's, or empty. */
    Uni<String> context(Caller caller);

    /** What {@code /portal/{slug}} shows. */
    Uni<TemplateInstance> home();

    /**
     * For pages that follow what happens: a stamp for each topic, which changes when the topic's figures did. Asked every
     * few seconds while somebody looks, so one cheap query.
     */
    Uni<Map<String, String>> pulse(Caller caller);

    /**
     * Somewhere to go.
     *
     * @param key what pages name it by
     * @param path below the portal's address, without a slash in front; empty for its home
     * @param icon in {@code icons.svg}
     * @param thumb whether it stands in the phone's bar
     */
    record Place(String key, String label, String path, String icon, boolean thumb) {}
}
