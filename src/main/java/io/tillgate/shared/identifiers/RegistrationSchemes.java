package io.tillgate.shared.identifiers;

import static io.tillgate.shared.identifiers.RegistrationScheme.checked;
import static io.tillgate.shared.identifiers.RegistrationScheme.formOnly;
import static java.util.Map.entry;

import io.tillgate.shared.identifiers.IdentifierCheck.Proven;
import java.util.List;
import java.util.Map;

/** The registers we know, by country (ISO 3166 alpha-2). A country may number businesses in more than one way. */
final class RegistrationSchemes {
    /** Issued worldwide; may stand for the national number of any country. */
    static final RegistrationScheme LEI = checked("LEI, ISO 17442-1", "[A-Z0-9]{18}[0-9]{2}", Iso7064::isMod97And10);

    private static final Map<String, List<RegistrationScheme>> BY_COUNTRY = Map.ofEntries(
            entry("AT", List.of(formOnly("Firmenbuchnummer", "(FN)?[0-9]{1,6}[A-Z]"))),
            entry("BE", List.of(checked("numéro d'entreprise", "[01][0-9]{9}", NationalChecks::belgian))),
            entry("BG", List.of(checked("ЕИК", "[0-9]{9}", NationalChecks::bulgarian))),
            entry("CH", List.of(checked("UID", "CHE[0-9]{9}", NationalChecks::swiss))),
            entry("CN", List.of(checked("统一社会信用代码, GB 32100-2015", "[0-9A-Z]{18}", RegistrationSchemes::chinese))),
            entry("CZ", List.of(checked("IČO", "[0-9]{8}", NationalChecks::czech))),
            entry("DE", List.of(formOnly("Handelsregister", "(.{2,40})?(HRA|HRB|GNR|PR|VR)[0-9]{1,6}[A-Z]{0,3}"))),
            entry("DK", List.of(checked("CVR", "[1-9][0-9]{7}", NationalChecks::danish))),
            entry("EE", List.of(checked("registrikood", "[1-9][0-9]{7}", NationalChecks::estonian))),
            entry("ES", List.of(checked("NIF", "[ABCDEFGHJNPQRSUVW][0-9]{7}[0-9A-J]", NationalChecks::spanish))),
            entry("FI", List.of(checked("Y-tunnus", "[0-9]{8}", NationalChecks::finnish))),
            entry(
                    "FR",
                    List.of(
                            checked("SIREN, ISO/IEC 7812-1 annex B", "[0-9]{9}", Luhn::holds),
                            checked(
                                    "SIRET, ISO/IEC 7812-1 annex B",
                                    "[0-9]{14}",
                                    NationalChecks::frenchEstablishment))),
            entry("GB", List.of(formOnly("company number", "([0-9]{8}|[A-Z]{2}[0-9]{6})"))),
            entry("GR", List.of(checked("ΑΦΜ", "[0-9]{9}", NationalChecks::greek), formOnly("ΓΕΜΗ", "[0-9]{12}"))),
            entry("HR", List.of(checked("OIB, ISO 7064 MOD 11,10", "[0-9]{11}", Iso7064::endsInMod11And10))),
            entry("HU", List.of(formOnly("cégjegyzékszám", "[0-9]{10}"))),
            entry("IE", List.of(formOnly("CRO number", "[0-9]{5,7}"))),
            entry("IT", List.of(checked("codice fiscale", "[0-9]{11}", Luhn::holds))),
            entry("LT", List.of(checked("įmonės kodas", "[0-9]{9}", NationalChecks::lithuanian))),
            entry("LU", List.of(formOnly("RCS", "[A-K][0-9]{1,6}"))),
            entry("LV", List.of(checked("reģistrācijas numurs", "[459][0-9]{10}", NationalChecks::latvian))),
            entry("NL", List.of(formOnly("KvK-nummer", "[0-9]{8}"))),
            entry("NO", List.of(checked("organisasjonsnummer", "[89][0-9]{8}", NationalChecks::norwegian))),
            entry(
                    "PL",
                    List.of(
                            formOnly("KRS", "0000[0-9]{6}"),
                            checked("NIP", "[1-9][0-9]{9}", NationalChecks::polishTax),
                            checked("REGON", "[0-9]{9}", NationalChecks::polishStatistics))),
            entry("PT", List.of(checked("NIPC", "[1-9][0-9]{8}", NationalChecks::portuguese))),
            entry("RO", List.of(checked("CUI", "[1-9][0-9]{1,9}", NationalChecks::romanian))),
            entry("SE", List.of(checked("organisationsnummer", "[0-9]{2}[2-9][0-9]{7}", Luhn::holds))),
            entry("SK", List.of(checked("IČO", "[0-9]{8}", NationalChecks::czech))));

    private RegistrationSchemes() {}

    static List<RegistrationScheme> of(String country) {
        return BY_COUNTRY.getOrDefault(country, List.of());
    }

    private static boolean chinese(String code) {
        return UnifiedSocialCreditCode.check(code) instanceof Proven;
    }
}
