package io.tillgate.portal.frame;

import java.util.List;

/**
 * Asks once before something happens, and says exactly what.
 *
 * @param action where the answer is posted to
 * @param will what happens then, sentence by sentence
 * @param danger whether it cannot simply be undone
 */
public record Confirm(
        String title,
        String about,
        List<String> will,
        String send,
        String cancel,
        String action,
        String back,
        boolean danger,
        Mistakes mistakes) {
    public Confirm {
        will = List.copyOf(will);
    }
}
