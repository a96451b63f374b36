package io.tillgate.portal.merchant.apply;

import io.tillgate.onboarding.ApplicationForm;
import io.tillgate.onboarding.ApplicationStanding;
import io.tillgate.onboarding.ApplicationState;
import io.tillgate.onboarding.Document;
import io.tillgate.portal.frame.Forms;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Language;
import io.tillgate.portal.frame.Mistakes;
import io.tillgate.portal.frame.Words;
import io.tillgate.portal.merchant.apply.ApplicationView.Asked;
import io.tillgate.portal.merchant.apply.ApplicationView.Cell;
import io.tillgate.portal.merchant.apply.ApplicationView.Choices;
import io.tillgate.portal.merchant.apply.ApplicationView.OwnerRow;
import io.tillgate.portal.merchant.apply.ApplicationView.Paper;
import io.tillgate.portal.merchant.apply.ApplicationView.StepLink;
import io.tillgate.portal.merchant.shop.Fields;
import io.tillgate.portal.merchant.shop.Lands;
import io.tillgate.portal.merchant.shop.Option;
import io.tillgate.portal.merchant.shop.ShopMessages;
import io.tillgate.portal.merchant.shop.Trades;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.Refusal.Violation;
import io.tillgate.tenancy.TenantSettings;
import io.tillgate.tenancy.TenantSettings.PayoutBank;
import io.tillgate.tenancy.Tenants;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts together the pages of an application. */
@RequestScoped
class ApplicationViews {
    private static final String NOT_GIVEN = "REQUIRED";

    private final Frames frames;
    private final Forms forms;
    private final Tenants tenants;
    private final ApplicationSummaries summaries;

    ApplicationViews(Frames frames, Forms forms, Tenants tenants, ApplicationSummaries summaries) {
        this.frames = frames;
        this.forms = forms;
        this.tenants = tenants;
        this.summaries = summaries;
    }

    /**
     * How a page is asked for.
     *
     * @param all whether what is missing is said, besides what is wrong
     * @param more whether there is to be room for one more owner
     */
    record Wish(boolean all, boolean more, String find) {}

    ApplyMessages words() {
        return Words.in(ApplyMessages.class, frames.locale());
    }

    String label(ApplicationStep step) {
        return summaries.label(step);
    }

    /** What is written here and cannot be right. */
    List<Violation> wrong(ApplicationStanding standing, ApplicationStep step) {
        return summaries.open(standing, step).stream()
                .filter(each -> !each.code().equals(NOT_GIVEN))
                .toList();
    }

    ApplicationView overview(ApplicationStanding standing) {
        return view(
                standing, null, ApplicationFields.values(standing.form()), Mistakes.NONE, new Wish(false, false, ""));
    }

    ApplicationView step(ApplicationStanding standing, ApplicationStep step, Wish wish) {
        boolean all = wish.all() || standing.application().state() instanceof ApplicationState.NeedsInformation;
        List<Violation> shown = all ? summaries.open(standing, step) : wrong(standing, step);
        Mistakes mistakes = shown.isEmpty()
                ? Mistakes.NONE
                : new Mistakes(
                        words().look_again(),
                        forms.mistakes(new Refusal(CommonProblem.VALIDATION, "not complete", shown))
                                .fields());
        return view(standing, step, ApplicationFields.values(standing.form()), mistakes, wish);
    }

    /** As it was typed. */
    ApplicationView again(ApplicationStanding standing, ApplicationStep step, Fields sent, Mistakes mistakes) {
        Map<String, String> values = new HashMap<>(ApplicationFields.values(standing.form()));
        values.putAll(sent.asTyped());
        return view(standing, step, values, mistakes, new Wish(false, false, sent.textOr("find", "")));
    }

    ApplicationView again(ApplicationStanding standing, ApplicationStep step, Mistakes mistakes) {
        return view(standing, step, ApplicationFields.values(standing.form()), mistakes, new Wish(false, false, ""));
    }

    private ApplicationView view(
            ApplicationStanding standing,
            @Nullable ApplicationStep step,
            Map<String, String> written,
            Mistakes mistakes,
            Wish wish) {
        Map<String, String> values = new HashMap<>(written);
        defaults(standing).forEach(values::putIfAbsent);
        boolean started = !standing.form().ownersOrNone().isEmpty();
        int owners = standing.form().ownersOrNone().size() + (wish.more() || !started ? 1 : 0);
        return new ApplicationView(
                step == null ? "" : step.word(),
                steps(standing, step),
                Integer.toString(standing.application().version()),
                values,
                mistakes,
                asked(standing, step),
                choices(values, wish),
                owners(values, Math.max(owners, typedOwners(values)), mistakes),
                owners < ApplicationFields.OWNERS_MAX,
                standing.documents().stream().map(this::paper).toList(),
                summaries.parts(standing),
                summaries.standing(standing));
    }

    /** What most who fill it in would choose. */
    private Map<String, String> defaults(ApplicationStanding standing) {
        TenantSettings settings = tenants.settings(standing.application().tenant());
        ApplicationForm.Business business = standing.form().business();
        String home = settings.acquirer().country();
        String country = business == null ? home : Objects.requireNonNullElse(business.country(), home);
        return Map.of(
                "business.country",
                home,
                "contact.language",
                frames.locale().equals(Language.CHINESE) ? "zh" : "en",
                "store.country",
                country,
                "store.timeZone",
                settings.businessDay().zone().getId());
    }

    private List<StepLink> steps(ApplicationStanding standing, @Nullable ApplicationStep current) {
        ApplicationStep next = Arrays.stream(ApplicationStep.values())
                .filter(step -> step == ApplicationStep.CHECK
                        || !summaries.open(standing, step).isEmpty())
                .findFirst()
                .orElse(ApplicationStep.CHECK);
        return Arrays.stream(ApplicationStep.values())
                .map(step -> new StepLink(
                        frames.href("application/" + step.word()),
                        label(step),
                        summaries.isDone(standing, step),
                        step == current,
                        step == next,
                        summaries.note(standing, step),
                        summaries.action(standing, step)))
                .toList();
    }

    private List<Asked> asked(ApplicationStanding standing, @Nullable ApplicationStep step) {
        if (!(standing.application().state() instanceof ApplicationState.NeedsInformation needs)) {
            return List.of();
        }
        return needs.items().stream()
                .filter(item -> step == null || of(item.path()) == step)
                .map(item -> new Asked(
                        frames.href("application/" + of(item.path()).word()), label(of(item.path())), item.message()))
                .toList();
    }

    private static ApplicationStep of(String path) {
        return Arrays.stream(ApplicationStep.values())
                .filter(step -> path.equals(step.path()) || path.startsWith(step.path() + "/"))
                .findFirst()
                .orElse(ApplicationStep.CHECK);
    }

    private Choices choices(Map<String, String> values, Wish wish) {
        TenantSettings settings = tenants.settings(frames.caller().tenant());
        boolean chinese = frames.locale().equals(Language.CHINESE);
        String choose = Words.in(ShopMessages.class, frames.locale()).choose();
        String language = values.getOrDefault("contact.language", "en");
        return new Choices(
                chinese,
                settings.payout() instanceof PayoutBank.Iban,
                settings.currency().getCurrencyCode(),
                Lands.countries(values.get("business.country"), chinese, choose),
                Lands.countries(values.get("store.country"), chinese, choose),
                Lands.zones(values.getOrDefault("store.timeZone", "")),
                List.of(
                        new Option("en", "English", language.equals("en")),
                        new Option("zh", "中文", language.equals("zh"))),
                Trades.found(wish.find(), values.getOrDefault("trading.categoryCode", ""), chinese),
                wish.find());
    }

    private List<OwnerRow> owners(Map<String, String> values, int count, Mistakes mistakes) {
        boolean chinese = frames.locale().equals(Language.CHINESE);
        String choose = Words.in(ShopMessages.class, frames.locale()).choose();
        List<OwnerRow> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(count, ApplicationFields.OWNERS_MAX); i++) {
            String at = "owners." + i + ".";
            String country = values.getOrDefault(at + "country", values.getOrDefault("business.country", ""));
            rows.add(new OwnerRow(
                    Integer.toString(i),
                    words().owner_title(Integer.toString(i + 1)),
                    cell(values, at + "name", mistakes),
                    cell(values, at + "sharePercent", mistakes),
                    cell(values, at + "birthDate", mistakes),
                    cell(values, at + "country", mistakes),
                    Lands.countries(country, chinese, choose)));
        }
        return rows;
    }

    private static int typedOwners(Map<String, String> values) {
        int count = 0;
        while (!values.getOrDefault("owners." + count + ".name", "").isEmpty()) {
            count++;
        }
        return count;
    }

    private static Cell cell(Map<String, String> values, String field, Mistakes mistakes) {
        return new Cell(field, values.getOrDefault(field, ""), mistakes.at(field));
    }

    private Paper paper(Document document) {
        return new Paper(
                frames.href("application/documents/" + document.id()),
                document.name(),
                words().paper_about(
                                frames.formats().number(Math.max(1, document.sizeBytes() / 1024)),
                                frames.formats().moment(document.uploadedAt())));
    }
}
