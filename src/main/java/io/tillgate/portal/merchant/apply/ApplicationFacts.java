package io.tillgate.portal.merchant.apply;

import io.tillgate.onboarding.ApplicationForm;
import io.tillgate.onboarding.ApplicationForm.Amount;
import io.tillgate.onboarding.ApplicationForm.Owner;
import io.tillgate.onboarding.ApplicationStanding;
import io.tillgate.onboarding.ApplicationState;
import io.tillgate.portal.frame.Formats;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Language;
import io.tillgate.portal.frame.Words;
import io.tillgate.portal.merchant.apply.ApplicationView.Event;
import io.tillgate.portal.merchant.apply.ApplicationView.Fact;
import io.tillgate.portal.merchant.shop.Lands;
import io.tillgate.portal.merchant.shop.Trades;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an application says, part by part, and what has happened to it. */
@RequestScoped
class ApplicationFacts {
    private final Frames frames;

    ApplicationFacts(Frames frames) {
        this.frames = frames;
    }

    List<Fact> of(ApplicationStanding standing, ApplicationStep step) {
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

    List<Event> events(ApplicationStanding standing) {
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
