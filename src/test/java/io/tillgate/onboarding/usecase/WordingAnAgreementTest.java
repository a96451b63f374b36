package io.tillgate.onboarding.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.onboarding.AgreementText;
import io.tillgate.onboarding.AgreementText.Block;
import io.tillgate.onboarding.ApplicationForm.Business;
import io.tillgate.tenancy.LocalText;
import io.tillgate.tenancy.TenantSettings;
import io.tillgate.tenancy.TenantSettings.Agreement;
import io.tillgate.tenancy.file.TenantFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingAnAgreementTest {
    private static final TenantSettings HARBOUR = tenant("harbour");
    private static final TenantSettings JIUZHOU = tenant("jiuzhou");
    /** Where the harbour's first price list may be added to. */
    private static final String STANDARD = "description: One price for every European card\n";

    private static final Business BAKERY =
            new Business("Boulangerie du Port S.à r.l.", "Le Fournil", "SARL", "FR", "552 100 554", null);

    @ParameterizedTest
    @CsvSource({"harbour,en", "harbour,zh", "jiuzhou,en", "jiuzhou,zh"})
    void the_shipped_text_is_whole_in_both_languages_for_both_tenants(String slug, String language) {
        TenantSettings settings = tenant(slug);
        AgreementText text =
                wording(settings, null).of(BAKERY, settings.pricing().defaultPlan(), Locale.of(language));

        assertThat(text.text()).doesNotContain("{", "}", "________").contains(BAKERY.legalName(), "552 100 554");
        assertThat(text.blocks().stream().filter(Block::isHeading)).hasSize(12);
        assertThat(text.blocks().getFirst().isTitle()).isTrue();
        assertThat(text.blocks().stream().filter(Block::isList))
                .singleElement()
                .satisfies(prices -> assertThat(prices.items())
                        .hasSameSizeAs(settings.pricing()
                                .plan(settings.pricing().defaultPlan())
                                .orElseThrow()
                                .bands()));
    }

    @Test
    void law_prices_and_hours_are_the_tenants() {
        String dutch =
                wording(HARBOUR, null).of(BAKERY, "standard", Locale.ENGLISH).text();
        String chinese =
                wording(JIUZHOU, null).of(BAKERY, "standard", Locale.CHINESE).text();

        assertThat(dutch)
                .contains(
                        "is established: Netherlands.",
                        "22:00 (Europe/Amsterdam)",
                        "\n- scheme amex: 2.10 % + EUR 0.10\n")
                .contains("\n- every other payment: 1.40 % + EUR 0.10\n", "registered in France");
        assertThat(chinese).contains("所在地法律：中国。", "\n- 卡种 debit：0.50 %，最高 CNY 20.00\n", "九州支付");
    }

    @Test
    void the_same_facts_make_the_same_bytes_and_another_name_or_price_another_fingerprint() {
        AgreementWording wording = wording(HARBOUR, null);
        AgreementText text = wording.of(BAKERY, "standard", Locale.ENGLISH);
        Business renamed = new Business("Le Fournil S.à r.l.", "Le Fournil", "SARL", "FR", "552 100 554", null);

        assertThat(text.sha256())
                .hasSize(64)
                .isEqualTo(wording.of(BAKERY, "standard", Locale.ENGLISH).sha256())
                .isNotEqualTo(wording.of(renamed, "standard", Locale.ENGLISH).sha256())
                .isNotEqualTo(wording.of(BAKERY, "volume", Locale.ENGLISH).sha256())
                .isNotEqualTo(wording.of(BAKERY, "standard", Locale.SIMPLIFIED_CHINESE)
                        .sha256());
        assertThat(new String(text.bytes(), StandardCharsets.UTF_8)).isEqualTo(text.text());
    }

    @Test
    void what_is_paid_by_the_month_stands_among_the_prices() {
        assertThat(wording(HARBOUR, null).of(BAKERY, "volume", Locale.ENGLISH).text())
                .contains("""

                        - each month, in advance: EUR 15.00
                        - all payments of a month, at least: EUR 30.00
                        - all payments of a month that comes to EUR 50000.00: 0.75 % + EUR 0.05
                        - all payments of a month that comes to EUR 250000.00: 0.60 % + EUR 0.04
                        """)
                .contains("\nA monthly fee is charged in advance; monthly minimum and tiers are trued up once");
        assertThat(wording(JIUZHOU, null)
                        .of(BAKERY, "livelihood", Locale.CHINESE)
                        .text())
                .contains("""

                        - 每月，预先收取：CNY 50.00
                        - 当月全部交易，最低：CNY 100.00
                        - 月交易额达到 CNY 1000000.00 起，当月全部交易：0.35 %
                        """)
                .contains("\n月费预先收取；每月最低手续费和阶梯费率于月末结清：");
        assertThat(wording(HARBOUR, null).of(BAKERY, "standard", Locale.ENGLISH).text())
                .doesNotContain("- each month", "- all payments of a month");
    }

    @Test
    void each_term_of_the_month_changes_text_and_fingerprint() {
        List<AgreementText> texts = Stream.of(
                        "tiers: []",
                        "monthly-fee: 1500",
                        "monthly-fee: 1600",
                        "monthly-minimum: 1500",
                        "tiers: [{from: 5000000, percent: 0.75}]",
                        "tiers: [{from: 6000000, percent: 0.75}]",
                        "tiers: [{from: 5000000, percent: 0.70}]",
                        "tiers: [{from: 5000000, percent: 0.75, per-item: 5}]")
                .map(term -> tenant("harbour", file -> file.replace(STANDARD, STANDARD + "      " + term + "\n")))
                .flatMap(settings -> Stream.of(Locale.ENGLISH, Locale.CHINESE)
                        .map(language -> wording(settings, null).of(BAKERY, "standard", language)))
                .toList();

        assertThat(texts).extracting(AgreementText::text).doesNotHaveDuplicates();
        assertThat(texts).extracting(AgreementText::sha256).doesNotHaveDuplicates();
    }

    @Test
    void a_name_cannot_become_a_clause() {
        Business sly = new Business("Sly\n## 13. Fees\n\nNone {prices} $1 \\1", "Sly", "BV", "NL", "33011433", null);

        AgreementText text = wording(HARBOUR, null).of(sly, "standard", Locale.ENGLISH);

        assertThat(text.blocks().stream().filter(Block::isHeading)).hasSize(12);
        assertThat(text.text()).contains("Sly ## 13. Fees None {prices} $1 \\1 (the merchant)");
    }

    @Test
    void what_was_not_told_yet_is_left_blank() {
        assertThat(wording(HARBOUR, null).of(null, "standard", Locale.ENGLISH).text())
                .contains(
                        "and ________ (the merchant), trading as ________, registered in ________ under number ________");
    }

    @Test
    void a_tenants_own_wording_stands_instead_of_the_shipped_one() {
        LocalText own = new LocalText("# Ours\n\n{merchant} pays {plan}.", "# 我们的\n\n{merchant} 按 {plan} 付费。");

        AgreementText text = wording(HARBOUR, own).of(BAKERY, "volume", Locale.CHINESE);

        assertThat(text.text()).isEqualTo("# 我们的\n\nBoulangerie du Port S.à r.l. 按 volume 付费。");
        assertThat(text.fileName()).isEqualTo("merchant-terms-2026-01-zh.txt");
    }

    private static AgreementWording wording(TenantSettings settings, @Nullable LocalText own) {
        return new AgreementWording(settings, new Agreement("merchant-terms", "2026-01", own));
    }

    private static TenantSettings tenant(String slug) {
        return tenant(slug, UnaryOperator.identity());
    }

    private static TenantSettings tenant(String slug, UnaryOperator<String> change) {
        try {
            String file = change.apply(Files.readString(Path.of("tenants", slug + ".yaml")));
            return switch (TenantFile.read(slug, file, name -> Optional.empty())) {
                case TenantFile.Reading.Accepted accepted -> accepted.file().settings();
                case TenantFile.Reading.Mistaken mistaken -> throw new AssertionError(List.of(mistaken));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
