package io.tillgate.onboarding.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.tillgate.onboarding.ApplicationForm;
import io.tillgate.onboarding.ApplicationForm.Amount;
import io.tillgate.onboarding.ApplicationForm.Bank;
import io.tillgate.onboarding.ApplicationForm.Business;
import io.tillgate.onboarding.ApplicationForm.Contact;
import io.tillgate.onboarding.ApplicationForm.Owner;
import io.tillgate.onboarding.ApplicationForm.Shop;
import io.tillgate.onboarding.ApplicationForm.Trading;
import io.tillgate.shared.Refusal.Violation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FormRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final FormRules.Terms TERMS = terms("CNY", 1);

    @Test
    void a_complete_form_in_chinese_lacks_nothing() {
        assertThat(FormRules.violations(Forms.chinese(), TERMS)).isEmpty();
        assertThat(FormLimits.violations(Forms.chinese())).isEmpty();
    }

    @Test
    void a_complete_form_with_an_iban_lacks_nothing() {
        assertThat(FormRules.violations(Forms.dutch(), terms("EUR", 2))).isEmpty();
    }

    @Test
    void an_empty_form_names_everything_at_once() {
        assertThat(paths(FormRules.violations(ApplicationForm.EMPTY, terms("CNY", 0))))
                .containsExactly("/business", "/owners", "/contact", "/bankAccount", "/trading", "/documents");
    }

    @Test
    void empty_parts_name_every_field() {
        ApplicationForm form = new ApplicationForm(
                new Business(null, " ", null, null, null, null),
                List.of(new Owner(null, null, null, null)),
                new Contact(null, null, null, null),
                new Bank(null, null, null, null),
                new Trading(null, null, null),
                new Shop(null, null, null, null, null, null, null, null, null, null));

        assertThat(paths(FormRules.violations(form, TERMS)))
                .contains(
                        "/business/legalName",
                        "/business/tradingName",
                        "/business/registrationNumber",
                        "/owners/0/name",
                        "/owners/0/birthDate",
                        "/owners/0/sharePercent",
                        "/contact/email",
                        "/bankAccount/iban",
                        "/trading/categoryCode",
                        "/trading/averageTicket",
                        "/store/timeZone");
    }

    @Test
    void wrong_check_digits_are_named_by_path() {
        ApplicationForm good = Forms.chinese();
        ApplicationForm form = new ApplicationForm(
                new Business("海港", "海港", "有限责任公司", "CN", "91350100M000100Y44", null),
                good.owners(),
                good.contact(),
                new Bank("海港", null, "102100099997", "6222000000000000"),
                good.trading(),
                null);

        assertThat(FormRules.violations(form, TERMS))
                .extracting(Violation::path, Violation::code)
                .containsExactly(
                        tuple("/business/registrationNumber", "CHECK_DIGIT"),
                        tuple("/bankAccount/cnaps", "CHECK_DIGIT"));
    }

    @Test
    void owners_are_of_age_and_share_no_more_than_the_whole() {
        ApplicationForm form = withOwners(
                new Owner("a", new BigDecimal("60"), TODAY.minusYears(18).plusDays(1), "CN"),
                new Owner("b", new BigDecimal("40.01"), TODAY.minusYears(18), "CN"),
                new Owner("c", new BigDecimal("0.001"), TODAY.minusYears(121), "CN"),
                new Owner("d", new BigDecimal("-1"), TODAY.minusYears(50), "ZZ"));

        assertThat(paths(FormRules.violations(form, TERMS)))
                .containsExactlyInAnyOrder(
                        "/owners/0/birthDate",
                        "/owners/2/sharePercent",
                        "/owners/2/birthDate",
                        "/owners/3/sharePercent",
                        "/owners/3/country",
                        "/owners");
    }

    @Test
    void unknown_and_unwanted_categories_differ() {
        FormRules.Terms picky =
                new FormRules.Terms(TODAY, "CNY", code -> !code.value().equals("7995"), 1);

        assertThat(codes(FormRules.violations(withCategory("0001"), picky))).containsExactly("UNKNOWN");
        assertThat(codes(FormRules.violations(withCategory("7995"), picky))).containsExactly("NOT_ACCEPTED");
        assertThat(codes(FormRules.violations(withCategory("5411"), picky))).isEmpty();
    }

    @Test
    void amounts_are_positive_and_in_the_tenants_currency() {
        ApplicationForm good = Forms.chinese();
        ApplicationForm form = new ApplicationForm(
                good.business(),
                good.owners(),
                good.contact(),
                good.bankAccount(),
                new Trading("5411", new Amount(0, "CNY"), new Amount(100, "EUR")),
                null);

        assertThat(paths(FormRules.violations(form, TERMS)))
                .containsExactly("/trading/expectedMonthlyTurnover/value", "/trading/averageTicket/currency");
    }

    @Test
    void what_cannot_be_kept_is_refused_even_in_a_draft() {
        Owner owner = new Owner("x", null, null, null);
        ApplicationForm crowded = new ApplicationForm(
                new Business("x".repeat(201), "a\u0000b", null, null, null, null),
                Stream.generate(() -> owner).limit(21).toList(),
                null,
                null,
                null,
                null);

        assertThat(paths(FormLimits.violations(crowded)))
                .containsExactly("/business/legalName", "/business/tradingName", "/owners");
    }

    @Test
    void a_form_never_prints_what_it_holds() {
        assertThat(Forms.chinese().toString()).doesNotContain("海港", "6222");
    }

    private static ApplicationForm withOwners(Owner... owners) {
        ApplicationForm good = Forms.chinese();
        return new ApplicationForm(
                good.business(), List.of(owners), good.contact(), good.bankAccount(), good.trading(), good.store());
    }

    private static ApplicationForm withCategory(String code) {
        ApplicationForm good = Forms.chinese();
        return new ApplicationForm(
                good.business(),
                good.owners(),
                good.contact(),
                good.bankAccount(),
                new Trading(code, new Amount(1, "CNY"), new Amount(1, "CNY")),
                good.store());
    }

    private static FormRules.Terms terms(String currency, int documents) {
        return new FormRules.Terms(TODAY, currency, code -> true, documents);
    }

    private static List<String> paths(List<Violation> violations) {
        return violations.stream().map(Violation::path).toList();
    }

    private static List<String> codes(List<Violation> violations) {
        return violations.stream().map(Violation::code).toList();
    }
}
