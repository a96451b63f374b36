package io.tillgate.portal.acquirer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.onboarding.CheckResult.Evidence;
import io.tillgate.onboarding.KeptCheck;
import io.tillgate.platform.identity.Caller;
import io.tillgate.portal.frame.Formats;
import io.tillgate.portal.frame.Language;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SayingChecksTest {
    @Test
    void what_a_machine_found_is_said_in_the_readers_language() {
        assertThat(in(Language.CHINESE).of(check("bank-account", "check digit agrees: IBAN, ISO 13616")))
                .isEqualTo("校验位相符：IBAN, ISO 13616");
        assertThat(in(Language.CHINESE).of(check("registration-number", "KvK-nummer carries no check digit")))
                .isEqualTo("KvK-nummer 没有校验位，请查询核实");
        assertThat(in(Language.CHINESE).of(check("sanctions", "3 resembling names")))
                .isEqualTo("3 个相近的名称");
        assertThat(in(Locale.ENGLISH).of(check("sanctions", "no resembling name")))
                .isEqualTo("No resembling name");
    }

    @Test
    void the_line_of_business_has_its_name_in_the_readers_language() {
        assertThat(in(Language.CHINESE).of(check("category", "Grocery Stores and Supermarkets")))
                .doesNotContainPattern("[A-Za-z]");
        assertThat(in(Locale.ENGLISH).of(check("category", "whatever it was called")))
                .contains("Supermarket");
    }

    @Test
    void what_is_not_known_stays_as_it_was_said() {
        assertThat(in(Language.CHINESE).of(check("bank-account", "something else")))
                .isEqualTo("something else");
        assertThat(in(Language.CHINESE).of(new Evidence("1", "same name", 100))).isEqualTo("名称相同");
        assertThat(in(Language.CHINESE).of(new Evidence("1", "ACME (SDN)", 90))).isEqualTo("ACME (SDN)");
    }

    private static CheckWords in(Locale locale) {
        Caller nobody = new Caller(Caller.PLATFORM, "r", "s", "u", Set.of(), null, "");
        return new CheckWords(
                new Desk(nobody, locale, Formats.of(locale, ZoneOffset.UTC), new Codes(), "", Instant.EPOCH), "5411");
    }

    private static KeptCheck check(String kind, String detail) {
        return new KeptCheck(kind, "clear", "", detail, List.of(), null, null, Instant.EPOCH);
    }
}
