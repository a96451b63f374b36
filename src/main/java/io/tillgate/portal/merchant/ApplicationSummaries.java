package io.tillgate.portal.merchant;

import io.tillgate.onboarding.ApplicationForm;
import io.tillgate.onboarding.ApplicationForm.Amount;
import io.tillgate.onboarding.ApplicationForm.Owner;
import io.tillgate.onboarding.ApplicationStanding;
import io.tillgate.onboarding.ApplicationState;
import io.tillgate.portal.frame.Formats;
import io.tillgate.portal.frame.Forms;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Language;
import io.tillgate.portal.frame.Words;
import io.tillgate.portal.merchant.ApplicationView.Event;
import io.tillgate.portal.merchant.ApplicationView.Fact;
import io.tillgate.portal.merchant.ApplicationView.Part;
import io.tillgate.portal.merchant.ApplicationView.Standing;
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
import org.jspecify.annotations.Nullable;

/** What an application says and how far it is, to look over. */
@RequestScoped
class ApplicationSummaries {
    private final Frames frames;
    private final Forms forms;
    private final Tenants tenants;

    ApplicationSummaries(Frames frames, Forms forms, Tenants tenants) {
        this.frames = frames;
        this.forms = forms;
        this.tenants = tenants;
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
                        facts(standing, step),
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

    private List<Fact> facts(ApplicationStanding standing, ApplicationStep step) {
        ApplicationForm form = standing.form();
        List<Fact> facts = new ArrayList<>();
        switch (step) {
            case BUSINESS -> business(facts, form.business());
            case OWNERS -> form.ownersOrNone().forEach(owner -> owner(facts, owner));
            case CONTACT -> contact(facts, form.contact());
            case BANK -> bank(facts, form.bankAccount());
            case TRADING -> trading(facts, form.trading());
            case STORE -> store(facts, form.store());
            case DOCUMENTS -> standing.documents().forEach(each -> add(facts, words().document(), each.name()));
            case CHECK -> {}
        }
        return facts;
    }

    private void business(List<Fact> facts, ApplicationForm.@Nullable Business business) {
        if (business != null) {
            add(facts, words().legal_name(), business.legalName());
            add(facts, words().trading_name(), business.tradingName());
            add(facts, words().legal_form(), business.legalForm());
            add(facts, words().country(), land(business.country()));
            add(facts, words().registration(), business.registrationNumber());
            add(facts, words().website(), business.website());
        }
    }

    private void owner(List<Fact> facts, Owner owner) {
        List<String> about = new ArrayList<>();
        if (owner.sharePercent() != null) {
            about.add(owner.sharePercent().stripTrailingZeros().toPlainString() + " %");
        }
        if (owner.birthDate() != null) {
            about.add(frames.formats().date(owner.birthDate()));
        }
        if (owner.country() != null) {
            about.add(land(owner.country()));
        }
        facts.add(new Fact(owner.name() == null ? "–" : owner.name(), String.join(" · ", about)));
    }

    private void contact(List<Fact> facts, ApplicationForm.@Nullable Contact contact) {
        if (contact != null) {
            add(facts, words().name(), contact.name());
            add(facts, words().email(), contact.email());
            add(facts, words().phone(), contact.phone());
        }
    }

    private void bank(List<Fact> facts, ApplicationForm.@Nullable Bank bank) {
        if (bank != null) {
            add(facts, words().holder(), bank.holder());
            add(facts, words().iban(), bank.iban() == null ? null : bank.iban().replaceAll("(.{4})(?=.)", "$1 "));
            add(facts, words().cnaps(), bank.cnaps());
            add(facts, words().account_number(), bank.accountNumber());
        }
    }

    private void trading(List<Fact> facts, ApplicationForm.@Nullable Trading trading) {
        if (trading != null) {
            String code = trading.categoryCode();
            add(facts, words().category(), code == null ? null : Trades.name(code, isChinese()) + " · " + code);
            add(facts, words().turnover_short(), money(trading.expectedMonthlyTurnover()));
            add(facts, words().ticket_short(), money(trading.averageTicket()));
        }
    }

    private void store(List<Fact> facts, ApplicationForm.@Nullable Shop store) {
        if (store != null) {
            add(facts, words().name(), store.name());
            add(facts, words().name_zh(), store.nameZh());
            add(facts, words().line1(), store.line1());
            add(facts, words().city(), store.city());
            add(facts, words().country(), land(store.country()));
            add(facts, words().time_zone(), store.timeZone());
        }
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
                agreement.version().equals(application.acceptedVersion()),
                agreement.version(),
                events(standing),
                application.state() instanceof ApplicationState.Refused refused
                        ? RefusalReasons.of(refused.reasons(), words())
                        : List.of(),
                prices(standing));
    }

    private List<String> prices(ApplicationStanding standing) {
        Formats formats = frames.formats();
        PriceWords prices = new PriceWords(
                Words.in(FeeMessages.class, frames.locale()), Words.in(ShopMessages.class, frames.locale()), formats);
        return tenants.settings(standing.application().tenant())
                .pricing()
                .plan(standing.agreement().defaultFeePlan())
                .map(plan -> prices.of(plan, standing.agreement().currency()).stream()
                        .map(line -> line.what() + ": " + line.price())
                        .toList())
                .orElse(List.of());
    }

    private List<Event> events(ApplicationStanding standing) {
        List<Event> events = new ArrayList<>();
        Formats formats = frames.formats();
        ApplyMessages words = words();
        var application = standing.application();
        events.add(new Event(words.e_begun(), formats.moment(application.createdAt()), "", "good"));
        switch (application.state()) {
            case ApplicationState.Draft ignored -> events.add(new Event(words.e_filling(), "", "", ""));
            case ApplicationState.Submitted sent -> {
                events.add(new Event(words.e_submitted(), formats.moment(sent.at()), "", "good"));
                events.add(new Event(words.e_reviewing(), "", words.e_reviewing_about(), "warn"));
                events.add(new Event(words.e_opening(), "", "", ""));
            }
            case ApplicationState.NeedsInformation needs ->
                events.add(new Event(words.e_asked(), formats.moment(needs.by().at()), words.e_asked_about(), "warn"));
            case ApplicationState.AwaitingAgreement waiting -> {
                events.add(new Event(
                        words.e_approved(),
                        formats.moment(waiting.approval().by().at()),
                        "",
                        "good"));
                events.add(new Event(words.e_agreement(), "", words.e_agreement_about(), "warn"));
            }
            case ApplicationState.Approved approved -> {
                events.add(new Event(
                        words.e_approved(),
                        formats.moment(approved.approval().by().at()),
                        "",
                        "good"));
                events.add(new Event(words.e_open(), "", words.e_open_about(), "good"));
            }
            case ApplicationState.Refused refused ->
                events.add(
                        new Event(words.e_refused(), formats.moment(refused.by().at()), "", "bad"));
            case ApplicationState.Withdrawn gone ->
                events.add(new Event(words.withdrawn_said(), formats.moment(gone.at()), "", "bad"));
        }
        return events;
    }

    private @Nullable String money(@Nullable Amount amount) {
        return amount == null ? null : frames.formats().money(ApplicationFields.money(amount));
    }

    private String land(@Nullable String code) {
        return code == null ? "" : Lands.country(code, isChinese());
    }

    private static void add(List<Fact> facts, String label, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            facts.add(new Fact(label, value));
        }
    }

    private boolean isChinese() {
        return frames.locale().equals(Language.CHINESE);
    }

    private ApplyMessages words() {
        return Words.in(ApplyMessages.class, frames.locale());
    }
}
