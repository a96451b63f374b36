package io.tillgate.portal.merchant.apply;

import io.tillgate.onboarding.ApplicationStanding;
import io.tillgate.onboarding.ApplicationState;
import io.tillgate.portal.frame.Forms;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Words;
import io.tillgate.portal.merchant.apply.ApplicationView.Part;
import io.tillgate.portal.merchant.apply.ApplicationView.Standing;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.Refusal.Violation;
import io.tillgate.tenancy.TenantSettings.PayoutBank;
import io.tillgate.tenancy.Tenants;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What an application says and how far it is, to look over. */
@RequestScoped
class ApplicationSummaries {
    private final Frames frames;
    private final Forms forms;
    private final Tenants tenants;
    private final ApplicationFacts facts;

    ApplicationSummaries(Frames frames, Forms forms, Tenants tenants, ApplicationFacts facts) {
        this.frames = frames;
        this.forms = forms;
        this.tenants = tenants;
        this.facts = facts;
    }

    String label(ApplicationStep step) {
        ApplyMessages words = words();
        return switch (step) {
            case BUSINESS -> words.s_business();
            case OWNERS -> words.s_owners();
            case CONTACT -> words.s_contact();
            case BANK -> words.s_bank();
            case TRADING -> words.s_trading();
            case STORE -> words.s_store();
            case DOCUMENTS -> words.s_documents();
            case CHECK -> words.s_check();
        };
    }

    boolean isDone(ApplicationStanding standing, ApplicationStep step) {
        return switch (step) {
            case CHECK -> standing.missing().isEmpty() && !OwnApplication.isEditable(standing);
            case STORE ->
                standing.form().store() != null && open(standing, step).isEmpty();
            case BUSINESS, OWNERS, CONTACT, BANK, TRADING, DOCUMENTS ->
                open(standing, step).isEmpty();
        };
    }

    /** What is left to do in a part. */
    String note(ApplicationStanding standing, ApplicationStep step) {
        if (step == ApplicationStep.CHECK) {
            return words().note_check();
        }
        int open = open(standing, step).size();
        boolean begun = open(standing, step).stream()
                .noneMatch(
                        each -> each.path().equals(step.path()) && each.code().equals("REQUIRED"));
        return open == 0
                ? step == ApplicationStep.STORE && standing.form().store() == null ? words().note_later() : ""
                : begun ? words().note_open(Integer.toString(open)) : words().note_not_begun();
    }

    /** What is done there next. */
    String action(ApplicationStanding standing, ApplicationStep step) {
        return step == ApplicationStep.CHECK
                ? words().look_over()
                : isDone(standing, step) ? words().change() : words().fill_in();
    }

    /** What of a part is missing or wrong, by the field that people see. */
    List<Violation> open(ApplicationStanding standing, ApplicationStep step) {
        boolean iban = tenants.settings(standing.application().tenant()).payout() instanceof PayoutBank.Iban;
        return standing.missing().stream()
                .filter(each -> each.path().equals(step.path()) || each.path().startsWith(step.path() + "/"))
                .map(each -> new Violation(shown(each.path(), iban), each.code(), each.message()))
                .toList();
    }

    /** Amounts are one field to people, where the form has two members; who has no IBAN is not asked for one. */
    private static String shown(String path, boolean iban) {
        return path.equals("/bankAccount/iban") && !iban
                ? "/bankAccount/cnaps"
                : path.replaceFirst("/(value|currency)$", "");
    }

    /** Every part with its answers. */
    List<Part> parts(ApplicationStanding standing) {
        return Arrays.stream(ApplicationStep.values())
                .filter(step -> step != ApplicationStep.CHECK)
                .map(step -> new Part(
                        label(step),
                        frames.href("application/" + step.word() + "?all=1"),
                        facts.of(standing, step),
                        missing(standing, step)))
                .toList();
    }

    private List<String> missing(ApplicationStanding standing, ApplicationStep step) {
        List<String> said = new ArrayList<>();
        for (Violation open : open(standing, step)) {
            String sentence = forms.mistakes(new Refusal(CommonProblem.VALIDATION, "open", List.of(open)))
                    .fields()
                    .values()
                    .iterator()
                    .next();
            said.add(words().missing_in(field(open.path()), sentence));
        }
        return said;
    }

    private String field(String path) {
        ApplyMessages words = words();
        String last = path.replaceFirst(".*/", "");
        Map<String, String> names = Map.ofEntries(
                Map.entry("legalName", words.legal_name()),
                Map.entry("tradingName", words.trading_name()),
                Map.entry("legalForm", words.legal_form()),
                Map.entry("country", words.country()),
                Map.entry("registrationNumber", words.registration()),
                Map.entry("website", words.website()),
                Map.entry("name", words.name()),
                Map.entry("sharePercent", words.share()),
                Map.entry("birthDate", words.birth_date()),
                Map.entry("email", words.email()),
                Map.entry("phone", words.phone()),
                Map.entry("holder", words.holder()),
                Map.entry("iban", words.iban()),
                Map.entry("cnaps", words.cnaps()),
                Map.entry("accountNumber", words.account_number()),
                Map.entry("categoryCode", words.category()),
                Map.entry("expectedMonthlyTurnover", words.turnover_short()),
                Map.entry("averageTicket", words.ticket_short()),
                Map.entry("line1", words.line1()),
                Map.entry("city", words.city()),
                Map.entry("timeZone", words.time_zone()),
                Map.entry("documents", words.s_documents()),
                Map.entry("owners", words.s_owners()));
        return names.getOrDefault(last, words.this_part());
    }

    Standing standing(ApplicationStanding standing) {
        long done = Arrays.stream(ApplicationStep.values())
                .filter(step ->
                        step != ApplicationStep.CHECK && open(standing, step).isEmpty())
                .count();
        int all = ApplicationStep.values().length - 1;
        var application = standing.application();
        var agreement = standing.agreement();
        return new Standing(
                application.state().word(),
                application.id().toString(),
                application.businessName() == null ? words().unnamed() : application.businessName(),
                words().progress(Long.toString(done), Integer.toString(all)),
                Long.toString(done * 100 / all),
                standing.missing().isEmpty(),
                OwnApplication.isEditable(standing),
                agreement.isAccepted(),
                agreement.in(frames.locale()),
                facts.events(standing),
                application.state() instanceof ApplicationState.Refused refused
                        ? RefusalReasons.of(refused.reasons(), words())
                        : List.of());
    }

    private ApplyMessages words() {
        return Words.in(ApplyMessages.class, frames.locale());
    }
}
