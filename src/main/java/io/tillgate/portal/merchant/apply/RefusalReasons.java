package io.tillgate.portal.merchant.apply;

import java.util.ArrayList;
import java.util.List;

/** Why an application was refused, as far as an applicant may be told: a code without words of its own stays in the house. */
final class RefusalReasons {
    private RefusalReasons() {}

    static List<String> of(List<String> codes, ApplyMessages words) {
        List<String> said = new ArrayList<>();
        for (String code : codes) {
            String sentence = switch (code) {
                case "CATEGORY_NOT_SERVED" -> words.no_category();
                case "COUNTRY_NOT_SERVED" -> words.no_country();
                case "NOT_AS_REGISTERED" -> words.no_register();
                case "ACCOUNT_NOT_OWN" -> words.no_account();
                case "DOCUMENTS_INSUFFICIENT" -> words.no_documents();
                case "TURNOVER_OUT_OF_RANGE" -> words.no_turnover();
                case "DUPLICATE" -> words.no_duplicate();
                default -> "";
            };
            if (!sentence.isEmpty()) {
                said.add(sentence);
            }
        }
        return said.isEmpty() ? List.of(words.no_unsaid()) : said;
    }
}
