package io.tillgate.portal.merchant.apply;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.onboarding.ApplicationForm;
import io.tillgate.portal.merchant.shop.Fields;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingAnApplicationTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void a_page_replaces_its_own_part_and_leaves_the_others_alone() {
        ApplicationForm form =
                merged(ApplicationForm.EMPTY, ApplicationStep.BUSINESS, Map.of("business.legalName", " 福州九州咖啡有限公司 "));

        ApplicationForm after = merged(
                form, ApplicationStep.BANK, Map.of("bankAccount.holder", "九州", "bankAccount.iban", "nl91 abna 0417"));

        assertThat(after.business()).isEqualTo(form.business());
        assertThat(ApplicationFields.values(after))
                .containsEntry("business.legalName", "福州九州咖啡有限公司")
                .containsEntry("bankAccount.iban", "NL91ABNA0417");
    }

    @Test
    void empty_rows_are_no_owners_and_a_removed_one_is_gone() {
        Map<String, String> sent = Map.of(
                "owners.0.name", "Anna",
                "owners.0.sharePercent", "33,33",
                "owners.1.name", "王小明",
                "owners.2.country", "NL",
                "remove", "0");

        ApplicationForm form = merged(ApplicationForm.EMPTY, ApplicationStep.OWNERS, sent);

        assertThat(form.ownersOrNone()).extracting(ApplicationForm.Owner::name).containsExactly("王小明");
    }

    @Test
    void a_share_may_be_written_with_a_comma() {
        ApplicationForm form = merged(
                ApplicationForm.EMPTY,
                ApplicationStep.OWNERS,
                Map.of("owners.0.name", "Anna", "owners.0.sharePercent", "33,33"));

        assertThat(form.ownersOrNone().getFirst().sharePercent()).isEqualTo(new BigDecimal("33.33"));
    }

    @Test
    void a_store_of_which_nothing_is_said_is_none_and_one_with_a_chinese_name_only_is_one() {
        assertThat(merged(ApplicationForm.EMPTY, ApplicationStep.STORE, Map.of("store.country", "CN"))
                        .store())
                .isNull();

        ApplicationForm.Shop store = merged(
                        ApplicationForm.EMPTY, ApplicationStep.STORE, Map.of("store.nameZh", "五四路店"))
                .store();

        assertThat(requireNonNull(store).name()).isEqualTo("五四路店");
    }

    private static ApplicationForm merged(ApplicationForm form, ApplicationStep step, Map<String, String> sent) {
        return ApplicationFields.merged(form, step, fields(sent), EUR);
    }

    private static Fields fields(Map<String, String> sent) {
        MultivaluedHashMap<String, String> form = new MultivaluedHashMap<>();
        sent.forEach(form::add);
        return new Fields(form);
    }
}
