package io.tillgate.portal.frame;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.frame.HomeView.Day;
import io.tillgate.portal.frame.HomeView.Role;
import io.tillgate.tenancy.BusinessCalendar;
import io.tillgate.tenancy.BusinessDay;
import io.tillgate.tenancy.Tenant;
import io.tillgate.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts together what the home page shows. */
@ApplicationScoped
class HomeViews {
    /** The order in which roles are named to their owner. */
    private static final List<String> ORDER = List.of(
            Roles.OPERATOR,
            Roles.ACQUIRER_ADMIN,
            Roles.UNDERWRITER,
            Roles.RISK_ANALYST,
            Roles.FINANCE,
            Roles.SUPPORT,
            Roles.MERCHANT_OWNER,
            Roles.MERCHANT_MANAGER);

    private final Tenants tenants;
    private final Clock clock;

    HomeViews(Tenants tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    HomeView of(Caller caller, Locale locale) {
        PortalMessages words = words(locale);
        Optional<Tenant> tenant = tenants.byId(caller.tenant());
        return new HomeView(
                tenant.map(t -> t.settings().name().in(locale)).orElseGet(words::platform),
                caller.username(),
                roles(caller, words).toList(),
                caller.merchant() == null ? "" : caller.merchant().toString(),
                caller.isOfMerchant(),
                tenant.map(t -> day(t.settings().businessDay(), tenants.calendar(t.id()), locale))
                        .orElse(null));
    }

    private Day day(BusinessDay day, BusinessCalendar calendar, Locale locale) {
        ZonedDateTime now = clock.instant().atZone(day.zone());
        LocalDate date = day.dateAt(clock.instant());
        DateTimeFormatter longDate = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale.equals(Language.CHINESE) ? Locale.SIMPLIFIED_CHINESE : Locale.UK);
        String zone = day.zone().getDisplayName(TextStyle.FULL_STANDALONE, locale);
        return new Day(
                date.format(longDate),
                words(locale).day_ends_at(day.cutOff().toString(), zone),
                calendar.isOpen(now.toLocalDate()),
                calendar.next(now.toLocalDate()).format(longDate),
                words(locale).as_of(now.format(DateTimeFormatter.ofPattern("HH:mm", locale))));
    }

    private static Stream<Role> roles(Caller caller, PortalMessages words) {
        return ORDER.stream().filter(caller::has).map(role -> role(role, words));
    }

    private static Role role(String role, PortalMessages words) {
        return switch (role) {
            case Roles.OPERATOR -> new Role(words.role_operator(), words.can_operator());
            case Roles.ACQUIRER_ADMIN -> new Role(words.role_acquirer_admin(), words.can_acquirer_admin());
            case Roles.UNDERWRITER -> new Role(words.role_underwriter(), words.can_underwriter());
            case Roles.RISK_ANALYST -> new Role(words.role_risk_analyst(), words.can_risk_analyst());
            case Roles.FINANCE -> new Role(words.role_finance(), words.can_finance());
            case Roles.SUPPORT -> new Role(words.role_support(), words.can_support());
            case Roles.MERCHANT_OWNER -> new Role(words.role_merchant_owner(), words.can_merchant_owner());
            case Roles.MERCHANT_MANAGER -> new Role(words.role_merchant_manager(), words.can_merchant_manager());
            default -> throw new IllegalArgumentException(role);
        };
    }

    /** The reader's roles in one line. */
    static String roleNames(Caller caller, PortalMessages words) {
        return roles(caller, words).map(Role::name).collect(Collectors.joining(" · "));
    }

    static String initials(String username) {
        String first = username.substring(0, 1);
        int dot = username.indexOf('.');
        String second = dot > 0 && dot + 1 < username.length() ? username.substring(dot + 1, dot + 2) : "";
        return (first + second).toUpperCase(Locale.ROOT);
    }

    static PortalMessages words(Locale locale) {
        return locale.equals(Language.CHINESE)
                ? MessageBundles.get(PortalMessages.class, Localized.Literal.of("zh"))
                : MessageBundles.get(PortalMessages.class);
    }
}
