package io.tillgate.shared.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.shared.identifiers.IdentifierCheck.Proven;
import io.tillgate.shared.identifiers.IdentifierCheck.Unproven;
import io.tillgate.shared.identifiers.IdentifierCheck.Wrong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of well-known public bodies, as their own pages print them. */
class RegistrationNumberTest {
    @ParameterizedTest
    @CsvSource({
        "BE, 0202.239.951", // Proximus
        "CH, CHE-116.281.710", // Nestlé
        "CN, 91350100M000100Y43",
        "CZ, 45274649", // ČEZ
        "DK, 24256790", // Novo Nordisk
        "EE, 10234957",
        "ES, A28015865", // Telefónica
        "FI, 0112038-9", // Nokia
        "FR, 542 051 180", // TotalEnergies
        "FR, 542 051 180 00066",
        "GR, 094019245", // OTE
        "HR, 81793146560", // Hrvatski Telekom
        "IT, 00905811006", // Eni
        "LT, 121215434", // Telia Lietuva
        "LV, 40003032949", // Latvenergo
        "NO, 923 609 016", // Equinor
        "PL, 774-00-01-454", // Orlen
        "PL, 610188201", // Orlen
        "PT, 504499777", // Galp
        "RO, 1590082", // OMV Petrom
        "SE, 556016-0680", // Ericsson
        "SK, 35763469", // Slovak Telekom
        "DE, 529900D6BF99LW9R2E68", // SAP, by LEI
    })
    void a_number_with_a_check_digit_is_proven(String country, String number) {
        assertThat(RegistrationNumber.check(country, number)).isInstanceOf(Proven.class);
    }

    @ParameterizedTest
    @CsvSource({
        "BE, 0202.239.952",
        "CH, CHE-116.281.711",
        "CN, 91350100M000100Y44",
        "CZ, 45274640",
        "DK, 24256791",
        "ES, A28015866",
        "FI, 0112038-8",
        "FR, 542 051 181",
        "HR, 81793146561",
        "IT, 00905811007",
        "LV, 40003032948",
        "NO, 923 609 017",
        "PT, 504499778",
        "RO, 1590083",
        "SE, 556016-0681",
        "DE, 529900D6BF99LW9R2E69",
    })
    void a_wrong_check_digit_is_found(String country, String number) {
        assertThat(RegistrationNumber.check(country, number))
                .isInstanceOfSatisfying(
                        Wrong.class, wrong -> assertThat(wrong.code()).isEqualTo("CHECK_DIGIT"));
    }

    @ParameterizedTest
    @CsvSource({
        "NL, 33011433",
        "DE, Amtsgericht Mannheim HRB 719915",
        "GB, 00102498",
        "IE, 249885",
        "AT, FN 93363z",
        "LU, B 82454",
        "NL, NLNHR.33011433",
        "JP, 1180301018771",
        "AE, حكومة123",
    })
    void a_number_without_a_check_digit_is_left_to_a_person(String country, String number) {
        assertThat(RegistrationNumber.check(country, number)).isInstanceOf(Unproven.class);
    }

    @ParameterizedTest
    @CsvSource({"NL, 3301143", "GB, 1234", "FR, 12", "JP, '; drop table'", "de, HRB 1", "XXX, 1", "IT, 0090581100A"})
    void another_form_is_refused(String country, String number) {
        assertThat(RegistrationNumber.check(country, number)).isInstanceOf(Wrong.class);
    }

    @Test
    void an_endless_text_is_refused_before_anything_looks_at_it() {
        assertThat(RegistrationNumber.check("DE", "9".repeat(100_000))).isInstanceOf(Wrong.class);
    }
}
