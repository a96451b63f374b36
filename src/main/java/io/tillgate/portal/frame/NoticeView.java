package io.tillgate.portal.frame;

/**
 * A page that says one thing and what to do next, all of it text in the reader's language.
 *
 * @param slug empty where the address names no portal of ours
 * @param mark the first character of the word mark
 * @param amber whether it needs a person, rather than only tells
 * @param reference for support; empty when there is nothing to ask about
 */
public record NoticeView(
        String language,
        String scheme,
        String assets,
        String slug,
        String logo,
        String mark,
        String version,
        boolean amber,
        String title,
        String text,
        Action action,
        String reference) {

    /**
     * The one thing to do.
     *
     * @param href empty where there is nothing to do
     * @param signsOut whether it is the form that ends the session instead of a link
     */
    public record Action(String label, String href, boolean signsOut) {
        static final Action NONE = new Action("", "", false);

        static Action link(String label, String href) {
            return new Action(label, href, false);
        }
    }
}
