package io.tillgate.tenancy.file;

import io.tillgate.tenancy.BusinessCalendars;
import io.tillgate.tenancy.BusinessDay;
import io.tillgate.tenancy.FeePlans;
import io.tillgate.tenancy.LocalText;
import io.tillgate.tenancy.RiskSettings;
import io.tillgate.tenancy.Tenant;
import io.tillgate.tenancy.TenantSettings;
import io.tillgate.tenancy.TenantSettings.Acquirer;
import io.tillgate.tenancy.TenantSettings.Agreement;
import io.tillgate.tenancy.TenantSettings.Brand;
import io.tillgate.tenancy.TenantSettings.KeyDelivery;
import io.tillgate.tenancy.TenantSettings.Limits;
import io.tillgate.tenancy.TenantSettings.Onboarding;
import io.tillgate.tenancy.TenantSettings.PayoutBank;
import io.tillgate.tenancy.TenantSettings.Retention;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the whole of a tenant file, in its order. */
final class SettingsReader {
    private static final BusinessDay NO_DAY = new BusinessDay(ZoneOffset.UTC, "", LocalTime.MIDNIGHT);
    private static final Onboarding ALL_WELCOME = new Onboarding(Set.of());
    private static final PayoutBank NO_BANK = new PayoutBank.Iban("", "", "");

    private SettingsReader() {}

    static TenantSettings settings(Section file) {
        String slug = file.required("slug", Shapes.SLUG);
        return new TenantSettings(
                Tenant.idOf(slug),
                slug,
                file.section("name", new LocalText("", ""), SettingsReader::name),
                file.required("locale", Shapes.LOCALE),
                file.required("currency", Shapes.CURRENCY),
                file.section("business-day", NO_DAY, SettingsReader::businessDay),
                file.section("brand", new Brand("", ""), SettingsReader::brand),
                file.section("acquirer", new Acquirer("", ""), SettingsReader::acquirer),
                file.section("pricing", new FeePlans("", List.of()), FeePlansReader::plans),
                file.section("risk", new RiskSettings(List.of(), List.of(), List.of()), RiskReader::risk),
                CardHostReader.hosts(file),
                file.section("limits", new Limits(0, 0), SettingsReader::limits),
                file.sections("agreements", "version", SettingsReader::agreement),
                file.section(
                        "retention", new Retention(Period.ZERO, Period.ZERO, Period.ZERO), SettingsReader::retention),
                file.required("keys", Shapes.oneOf(KeyDelivery.class)),
                file.section("payout", NO_BANK, SettingsReader::payout),
                file.has("onboarding")
                        ? file.section("onboarding", ALL_WELCOME, SettingsReader::onboarding)
                        : ALL_WELCOME);
    }

    private static LocalText name(Section name) {
        return new LocalText(name.required("en", Shapes.text(60)), name.required("zh", Shapes.text(60)));
    }

    private static BusinessDay businessDay(Section day) {
        return new BusinessDay(
                day.required("time-zone", Shapes.ZONE),
                day.required("calendar", Shapes.oneOf(BusinessCalendars.NAMES)),
                day.required("cut-off", Shapes.TIME));
    }

    private static Brand brand(Section brand) {
        return new Brand(brand.required("colour", Shapes.COLOUR), brand.required("logo", Shapes.text(24)));
    }

    private static Acquirer acquirer(Section acquirer) {
        return new Acquirer(
                acquirer.required("id", Shapes.DIGITS_6_TO_11), acquirer.required("country", Shapes.COUNTRY));
    }

    private static Limits limits(Section limits) {
        return new Limits(
                limits.required("messages-per-minute", Shapes.number(1, 6000)).intValue(),
                limits.required("sale-maximum", Shapes.number(1, 100_000_000_000L)));
    }

    private static Agreement agreement(Section agreement) {
        return new Agreement(
                agreement.required("key", Shapes.NAME),
                agreement.required("version", Shapes.VERSION),
                agreement.has("text")
                        ? agreement.section("text", new LocalText("", ""), SettingsReader::agreementText)
                        : null);
    }

    private static LocalText agreementText(Section text) {
        return new LocalText(text.required("en", Shapes.AGREEMENT_TEXT), text.required("zh", Shapes.AGREEMENT_TEXT));
    }

    private static Retention retention(Section retention) {
        return new Retention(
                retention.required("card-data", Shapes.PERIOD_OF),
                retention.required("applications", Shapes.PERIOD_OF),
                retention.required("audit", Shapes.A_YEAR_OR_MORE));
    }

    private static Onboarding onboarding(Section onboarding) {
        return new Onboarding(new HashSet<>(onboarding.values("refused-categories", Shapes.CATEGORY)));
    }

    /** Exactly one of {@code iban} and {@code account}; each asks for its own way to name the bank. */
    private static PayoutBank payout(Section payout) {
        String holder = payout.required("holder", Shapes.text(70));
        if (payout.has("iban") && payout.has("account")) {
            payout.mistake("account", "either iban (with bic) or account (with cnaps), not both");
        }
        return payout.has("account")
                ? new PayoutBank.Cnaps(
                        holder,
                        payout.required("account", Shapes.CHINA_ACCOUNT),
                        payout.required("cnaps", Shapes.CNAPS))
                : new PayoutBank.Iban(holder, payout.required("iban", Shapes.IBAN), payout.required("bic", Shapes.BIC));
    }
}
