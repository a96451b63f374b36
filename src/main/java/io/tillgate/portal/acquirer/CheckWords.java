package io.tillgate.portal.acquirer;

import io.tillgate.onboarding.CheckResult.Evidence;
import io.tillgate.onboarding.KeptCheck;
import io.tillgate.portal.frame.TradeNames;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What machines found, in the reader's words. A check is kept as the sentence that it said when it was made, so sentences with a
 * name or a number in them are known here by their form; one that is not known stays as it was said.
 *
 * @param category the code of the line of business that was checked; empty for none
 */
record CheckWords(Desk desk, String category) {
    private static final Map<Pattern, String> FORMS = Map.of(
            Pattern.compile("check digit agrees: (.+)"), "proven",
            Pattern.compile("(.+) carries no check digit"), "unproven",
            Pattern.compile("([0-9]+) resembling names"), "resembling");

    String of(KeptCheck check) {
        return check.kind().equals("category") && !category.isEmpty()
                ? TradeNames.of(category, desk.locale())
                : byForm(check.detail());
    }

    private String byForm(String detail) {
        for (Map.Entry<Pattern, String> form : FORMS.entrySet()) {
            Matcher match = form.getKey().matcher(detail);
            if (match.matches()) {
                return desk.word("check-form", form.getValue()).formatted(match.group(1));
            }
        }
        return desk.said("check-said", detail);
    }

    /** In what another application is the same; names on lists stay names. */
    String of(Evidence evidence) {
        return desk.said("evidence", evidence.text());
    }
}
