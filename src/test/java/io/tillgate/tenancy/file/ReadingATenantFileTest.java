package io.tillgate.tenancy.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tillgate.shared.identifiers.CategoryCode;
import io.tillgate.tenancy.FeePlans;
import io.tillgate.tenancy.LocalText;
import io.tillgate.tenancy.TenantFileMistake;
import io.tillgate.tenancy.TenantSettings;
import io.tillgate.tenancy.file.TenantFile.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingATenantFileTest {
    private static final String HARBOUR = shipped("harbour");

    @ParameterizedTest
    @ValueSource(strings = {"harbour", "jiuzhou"})
    void shipped_files_are_accepted(String slug) {
        TenantSettings settings = accepted(shipped(slug)).settings();

        assertThat(settings.slug()).isEqualTo(slug);
        assertThat(settings.pricing().plans()).hasSize(2);
        assertThat(settings.risk().rules()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(settings.pricing().plan(settings.pricing().defaultPlan())).isPresent();
    }

    @Test
    void a_file_may_refuse_categories_or_say_nothing_about_them() {
        CategoryCode betting = new CategoryCode("7995");

        TenantSettings.Onboarding narrowed = accepted(HARBOUR).settings().onboarding();
        TenantSettings.Onboarding open = accepted(HARBOUR.substring(0, HARBOUR.indexOf("onboarding:")))
                .settings()
                .onboarding();

        assertThat(narrowed.accepts(betting)).isFalse();
        assertThat(narrowed.accepts(new CategoryCode("5814"))).isTrue();
        assertThat(open.accepts(betting)).isTrue();
    }

    @Test
    void an_agreement_may_have_a_text_of_its_own_in_which_only_known_words_stand_in_braces() {
        String with = HARBOUR.replace(
                "  - {key: merchant-terms, version: \"2026-01\"}",
                "  - key: merchant-terms\n    version: \"2026-01\"\n    text:\n      en: \"{merchant} pays\"\n      zh: \"{merchant} 付\"");

        assertThat(accepted(HARBOUR).settings().agreements().getFirst().text()).isNull();
        assertThat(accepted(with).settings().agreements().getFirst().text())
                .isEqualTo(new LocalText("{merchant} pays", "{merchant} 付"));
        assertThat(mistakes(with.replace("{merchant} pays", "{merchent} pays")))
                .extracting(TenantFileMistake::path)
                .containsExactly("agreements[0].text.en");
    }

    @Test
    void placeholders_take_the_deployments_value_and_otherwise_their_default() {
        var moved = read(HARBOUR, Map.of("TILLGATE_CARDHOST", "host.example:9000"));

        assertThat(accepted(HARBOUR).settings().cardHosts().getFirst().port()).isEqualTo(8583);
        assertThat(((Reading.Accepted) moved)
                        .file()
                        .settings()
                        .cardHosts()
                        .getFirst()
                        .host())
                .isEqualTo("host.example");
    }

    @Test
    void a_placeholder_without_value_and_default_is_a_mistake() {
        assertThat(mistakes(HARBOUR.replace("${TILLGATE_CARDHOST:localhost:8583}", "${TILLGATE_NOWHERE}")))
                .singleElement()
                .asString()
                .contains("card-hosts[0].address");
    }

    @Test
    void a_host_names_its_pin_key_or_takes_no_pins() {
        String without = HARBOUR.replace("    pin-key: card-host\n", "");

        assertThat(accepted(HARBOUR).settings().cardHosts().getFirst().pinKey()).isEqualTo("card-host");
        assertThat(accepted(without).settings().cardHosts().getFirst().pinKey()).isNull();
    }

    @Test
    void the_kept_tree_reads_as_the_same_settings() throws IOException {
        TenantFile first = accepted(HARBOUR);
        String json = new ObjectMapper().writeValueAsString(first.tree());

        TenantFile again = accepted(json);

        assertThat(again.settings()).isEqualTo(first.settings());
        assertThat(again.tree()).isEqualTo(first.tree());
    }

    @Test
    void comments_and_order_do_not_change_the_kept_tree() {
        String other =
                "# another comment\n" + HARBOUR.replace("locale: en\ncurrency: EUR\n", "currency: EUR\nlocale: en\n");

        assertThat(accepted(other).tree()).isEqualTo(accepted(HARBOUR).tree());
    }

    @Test
    void all_mistakes_are_told_at_once_each_with_its_line() {
        String wrong = HARBOUR.replace("currency: EUR", "currency: EURO")
                .replace("Europe/Amsterdam", "Amsterdam")
                .replace("calendar: target2", "calender: target2")
                .replace("from: 2500,", "from: 2000,")
                .replace("name: volume", "name: standard")
                .replace("iban: NL91", "iban: NL92");

        List<TenantFileMistake> mistakes = mistakes(wrong);

        assertThat(mistakes).allSatisfy(m -> assertThat(m.file()).isEqualTo("tenants/harbour.yaml"));
        assertThat(mistakes)
                .extracting(TenantFileMistake::path)
                .containsExactly(
                        "currency",
                        "business-day.time-zone",
                        "business-day.calendar",
                        "business-day.calender",
                        "pricing.plans[1].name",
                        "pricing.plans[1].bands[1].from",
                        "payout.iban");
        assertThat(mistakes)
                .extracting(TenantFileMistake::line)
                .containsExactly(
                        lineOf(wrong, "currency: EURO"),
                        lineOf(wrong, "time-zone: Amsterdam"),
                        lineOf(wrong, "time-zone: Amsterdam"),
                        lineOf(wrong, "calender:"),
                        lineOf(wrong, "name: standard\n      description: For shops"),
                        lineOf(wrong, "from: 2000"),
                        lineOf(wrong, "iban: NL92"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "slug: harbour               | slug: Harbour                  | slug",
                "slug: harbour               | slug: master                   | slug",
                "locale: en                  | locale: fr                     | locale",
                "colour: \"#0f5e6b\"         | colour: \"#ffee00\"            | brand.colour",
                "cut-off: \"22:00\"          | cut-off: \"25:00\"             | business-day.cut-off",
                "country: NL                 | country: XX                    | acquirer.country",
                "default-plan: standard      | default-plan: gold             | pricing.default-plan",
                "percent: 1.40               | percent: 140                   | pricing.plans[0].bands[0].percent",
                "percent: 1.40               | percent: 1.40001               | pricing.plans[0].bands[0].percent",
                "per-item: 10}               | per-item: ten}                 | pricing.plans[0].bands[0].per-item",
                "maximum: 150                | maximum: -1                    | pricing.plans[1].bands[1].maximum",
                "minimum: 25                 | minimum: 25, maximum: 10       | pricing.plans[1].bands[4].maximum",
                "to: 2500,                   | to: 0,                         | pricing.plans[1].bands[0].to",
                "monthly-fee: 1500           | monthly-fee: -1                | pricing.plans[1].monthly-fee",
                "monthly-minimum: 3000       | monthly-minimum: some          | pricing.plans[1].monthly-minimum",
                "from: 25000000,             | from: 4000000,                 | pricing.plans[1].tiers[1].from",
                "from: 25000000,             | from: 5000000,                 | pricing.plans[1].tiers[1].from",
                "from: 25000000,             | from: 0,                       | pricing.plans[1].tiers[1].from",
                "from: 25000000, percent     | from: 25000000, share          | pricing.plans[1].tiers[1].share",
                "window: 10m                 | window: ten minutes            | risk.counters[0].window",
                "name: cardCount10m          | name: amount                   | risk.counters[0].name",
                "measure: declines           | measure: refusals              | risk.counters[2].measure",
                "action: decline             | action: refuse                 | risk.rules[0].action",
                "score: 100                  | score: 101                     | risk.rules[0].score",
                "localhost:8583              | localhost:99999                | card-hosts[0].address",
                "answer: 15s                 | answer: 15                     | card-hosts[0].timeouts.answer",
                "answer: 15s                 | answer: 40s                    | card-hosts[0].timeouts.answer",
                "connections: 2              | connections: 0                 | card-hosts[0].connections",
                "sale-maximum: 1000000       | sale-maximum: 0                | limits.sale-maximum",
                "card-data: 18 months        | card-data: a while             | retention.card-data",
                "audit: 10 years             | audit: 90 days                 | retention.audit",
                "keys: deliver               | keys: maybe                    | keys",
                "bic: ABNANL2A               | bic: ABN                       | payout.bic",
                "bic: ABNANL2A               | account: \"123456789\"         | payout.account",
                "[\"7995\", \"7801\"]     | [\"0000\"]                   | onboarding.refused-categories[0]",
                "refused-categories:         | refused:                       | onboarding.refused"
            })
    void a_wrong_value_is_told_where_it_stands(String right, String wrong, String path) {
        String text = HARBOUR.replaceFirst(
                java.util.regex.Pattern.quote(right), java.util.regex.Matcher.quoteReplacement(wrong));

        assertThat(mistakes(text)).extracting(TenantFileMistake::path).contains(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"from: 20000,", "to: 20000,", "scheme: visa,"})
    void a_plan_that_leaves_a_payment_unpriced_is_a_mistake(String condition) {
        String text =
                HARBOUR.replace("{percent: 1.40, per-item: 10}", "{" + condition + " percent: 1.40, per-item: 10}");

        assertThat(mistakes(text)).extracting(TenantFileMistake::path).containsExactly("pricing.plans[0].bands");
    }

    @Test
    void what_is_paid_by_the_month_stands_beside_the_bands() {
        FeePlans pricing = accepted(HARBOUR).settings().pricing();

        FeePlans.Monthly monthly = pricing.plan("volume").orElseThrow().monthly();
        assertThat(monthly.fee()).isEqualTo(1_500);
        assertThat(monthly.minimum()).isEqualTo(3_000);
        assertThat(monthly.tiers()).extracting(FeePlans.Tier::from).containsExactly(5_000_000L, 25_000_000L);
        assertThat(pricing.plan("standard").orElseThrow().monthly()).isEqualTo(FeePlans.Monthly.NOTHING);
    }

    @Test
    void selectors_that_differ_may_cover_the_same_amounts() {
        List<FeePlans.Band> bands = accepted(HARBOUR)
                .settings()
                .pricing()
                .plan("standard")
                .orElseThrow()
                .bands();

        assertThat(bands).extracting(FeePlans.Band::from).containsOnly(0L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# only a comment",
                "- a\n- list",
                "just text",
                "slug: [",
                "a: &x 1\nb: *x",
                "a: &a [*a]",
                "{",
                "? [a]\n: b"
            })
    void what_is_not_a_plain_mapping_is_a_mistake_and_nothing_worse(String text) {
        assertThat(mistakes(text)).isNotEmpty();
    }

    @Test
    void a_key_twice_is_a_mistake() {
        assertThat(mistakes(HARBOUR.replace("locale: en\n", "locale: en\nlocale: zh\n")))
                .singleElement()
                .satisfies(m -> assertThat(m.message()).contains("twice"));
    }

    @Test
    void a_missing_section_is_one_mistake() {
        String without = HARBOUR.substring(0, HARBOUR.indexOf("payout:"));

        assertThat(mistakes(without)).extracting(TenantFileMistake::path).containsExactly("payout");
    }

    @Test
    void a_file_of_nothing_but_mistakes_stops_at_a_hundred() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            text.append("unknown").append(i).append(": 1\n");
        }

        assertThat(mistakes(text.toString())).hasSize(Mistakes.MAX);
    }

    @Test
    void a_huge_or_deep_file_is_refused() {
        assertThat(mistakes("a: " + "x".repeat(300 * 1024))).hasSize(1);
        assertThat(mistakes("a: " + "[".repeat(50) + "]".repeat(50))).hasSize(1);
    }

    private static TenantFile accepted(String text) {
        Reading reading = read(text, Map.of());
        assertThat(reading).as("%s", reading).isInstanceOf(Reading.Accepted.class);
        return ((Reading.Accepted) reading).file();
    }

    private static List<TenantFileMistake> mistakes(String text) {
        Reading reading = read(text, Map.of());
        assertThat(reading).isInstanceOf(Reading.Mistaken.class);
        return ((Reading.Mistaken) reading).mistakes();
    }

    private static Reading read(String text, Map<String, String> deployment) {
        return TenantFile.read("tenants/harbour.yaml", text, name -> Optional.ofNullable(deployment.get(name)));
    }

    private static int lineOf(String text, String part) {
        return (int) text.substring(0, text.indexOf(part)).lines().count()
                + (text.charAt(text.indexOf(part) - 1) == '\n' ? 1 : 0);
    }

    private static String shipped(String slug) {
        try {
            return Files.readString(Path.of("tenants", slug + ".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
