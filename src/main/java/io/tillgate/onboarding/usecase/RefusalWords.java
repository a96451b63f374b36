package io.tillgate.onboarding.usecase;

import static java.util.Map.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What the codes of a refusal mean, in the applicant's language. A code that is not here stays inside the house: it may be one
 * that the applicant must not be told, such as a name on a list.
 */
final class RefusalWords {
    private static final Map<String, Words> KNOWN = Map.ofEntries(
            entry("CATEGORY_NOT_SERVED", new Words("We do not serve this line of business.", "我们暂不服务该行业。")),
            entry("COUNTRY_NOT_SERVED", new Words("We do not serve businesses in this country.", "我们暂不服务该国家或地区的企业。")),
            entry(
                    "NOT_AS_REGISTERED",
                    new Words("The details differ from those in the public register.", "所填信息与登记机关的记录不一致。")),
            entry("ACCOUNT_NOT_OWN", new Words("The bank account does not belong to the business.", "结算账户不属于该企业。")),
            entry(
                    "DOCUMENTS_INSUFFICIENT",
                    new Words("The documents do not show what we need to know.", "所交资料不足以证明相关情况。")),
            entry(
                    "TURNOVER_OUT_OF_RANGE",
                    new Words("The expected turnover is outside what we can take on.", "预计交易规模超出我们目前的承接范围。")),
            entry(
                    "DUPLICATE",
                    new Words("There is an application or an account for this business already.", "该企业已有申请或已开户。")));

    private static final Words UNSAID = new Words(
            "If you have questions, please get in touch and give the reference below.", "如有疑问，请凭下方申请编号与我们联系。");

    private RefusalWords() {}

    private record Words(String english, String chinese) {
        String in(Locale language) {
            return language.getLanguage().equals(Locale.CHINESE.getLanguage()) ? chinese : english;
        }
    }

    /** One line for each known code; an invitation to ask when there is none. */
    static String of(List<String> codes, Locale language) {
        String known = codes.stream()
                .map(KNOWN::get)
                .filter(Objects::nonNull)
                .map(words -> "- " + words.in(language))
                .collect(Collectors.joining("\n"));
        return known.isEmpty() ? UNSAID.in(language) : known;
    }
}
