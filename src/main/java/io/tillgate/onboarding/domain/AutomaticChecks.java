package io.tillgate.onboarding.domain;

import io.tillgate.onboarding.ApplicationForm;
import io.tillgate.onboarding.ApplicationForm.Bank;
import io.tillgate.onboarding.ApplicationForm.Business;
import io.tillgate.onboarding.CheckResult;
import io.tillgate.onboarding.CheckResult.Evidence;
import io.tillgate.onboarding.CheckResult.Kind;
import io.tillgate.onboarding.CheckResult.Outcome;
import io.tillgate.shared.identifiers.CategoryCode;
import io.tillgate.shared.identifiers.CnapsCode;
import io.tillgate.shared.identifiers.Iban;
import io.tillgate.shared.identifiers.IdentifierCheck;
import io.tillgate.shared.identifiers.RegistrationNumber;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The checks of one complete submission. */
public final class AutomaticChecks {
    private static final Set<ListedParty.Kind> ORGANISATIONS = EnumSet.of(ListedParty.Kind.ORGANISATION);
    private static final Set<ListedParty.Kind> PERSONS = EnumSet.of(ListedParty.Kind.PERSON);

    private AutomaticChecks() {}

    /**
     * Runs all of them.
     *
     * @param form one that {@link FormRules} finds complete
     * @param sameElsewhere other applications of the tenant that share a number, an account or a name
     */
    public static List<CheckResult> run(ApplicationForm form, SanctionsIndex sanctions, List<Evidence> sameElsewhere) {
        List<CheckResult> results = new ArrayList<>();
        Business business = Objects.requireNonNull(form.business());
        results.add(identifier(
                Kind.REGISTRATION_NUMBER,
                "/business/registrationNumber",
                RegistrationNumber.check(
                        Objects.requireNonNull(business.country()),
                        Objects.requireNonNull(business.registrationNumber()))));
        results.add(bank(Objects.requireNonNull(form.bankAccount())));
        results.add(category(
                Objects.requireNonNull(Objects.requireNonNull(form.trading()).categoryCode())));
        results.addAll(screened(form, business, sanctions));
        results.add(new CheckResult(
                Kind.DUPLICATE,
                sameElsewhere.isEmpty() ? Outcome.CLEAR : Outcome.LOOK,
                "",
                sameElsewhere.isEmpty() ? "no other application shares number, account or name" : "seen before",
                sameElsewhere));
        return results;
    }

    private static CheckResult bank(Bank bank) {
        return bank.iban() != null
                ? identifier(Kind.BANK_ACCOUNT, "/bankAccount/iban", Iban.check(bank.iban()))
                : identifier(
                        Kind.BANK_ACCOUNT, "/bankAccount/cnaps", CnapsCode.check(Objects.requireNonNull(bank.cnaps())));
    }

    private static CheckResult category(String code) {
        String meaning = CategoryCode.find(code).map(CategoryCode::meaning).orElse("unknown");
        return new CheckResult(Kind.CATEGORY, Outcome.CLEAR, "/trading/categoryCode", meaning, List.of());
    }

    private static CheckResult identifier(Kind kind, String path, IdentifierCheck check) {
        return switch (check) {
            case IdentifierCheck.Proven proven ->
                new CheckResult(kind, Outcome.CLEAR, path, "check digit agrees: " + proven.standard(), List.of());
            case IdentifierCheck.Unproven unproven ->
                new CheckResult(kind, Outcome.LOOK, path, unproven.reason(), List.of());
            case IdentifierCheck.Wrong wrong -> new CheckResult(kind, Outcome.LOOK, path, wrong.message(), List.of());
        };
    }

    private static List<CheckResult> screened(ApplicationForm form, Business business, SanctionsIndex sanctions) {
        List<CheckResult> results = new ArrayList<>();
        String legal = Objects.requireNonNull(business.legalName());
        String trading = Objects.requireNonNull(business.tradingName());
        results.add(screen(sanctions, "/business/legalName", legal, ORGANISATIONS));
        if (!trading.equals(legal)) {
            results.add(screen(sanctions, "/business/tradingName", trading, ORGANISATIONS));
        }
        for (int i = 0; i < form.ownersOrNone().size(); i++) {
            String owner = Objects.requireNonNull(form.ownersOrNone().get(i).name());
            results.add(screen(sanctions, "/owners/" + i + "/name", owner, PERSONS));
        }
        return results;
    }

    private static CheckResult screen(SanctionsIndex sanctions, String path, String name, Set<ListedParty.Kind> kinds) {
        List<Evidence> hits = sanctions.screen(name, kinds).stream()
                .map(hit -> new Evidence(hit.reference(), hit.listedName() + " (" + hit.programme() + ")", hit.score()))
                .toList();
        return new CheckResult(
                Kind.SANCTIONS,
                hits.isEmpty() ? Outcome.CLEAR : Outcome.LOOK,
                path,
                hits.isEmpty() ? "no resembling name" : hits.size() + " resembling names",
                hits);
    }
}
