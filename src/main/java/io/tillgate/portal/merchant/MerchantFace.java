package io.tillgate.portal.merchant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.merchants.Merchants;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.portal.frame.Face;
import io.tillgate.portal.frame.Words;
import io.tillgate.portal.merchant.home.ShopHome;
import io.tillgate.portal.merchant.home.ShopPulse;
import io.tillgate.portal.merchant.shop.ShopMessages;
import io.tillgate.shared.MerchantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** For a merchant's owner and managers, and for those who apply to be one. */
@ApplicationScoped
class MerchantFace implements Face {
    private static final int NAMES_MAX = 10_000;

    private final Merchants merchants;
    private final ShopHome home;
    private final ShopPulse pulse;
    private final Cache<MerchantId, String> names = Caffeine.newBuilder()
            .maximumSize(NAMES_MAX)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    MerchantFace(Merchants merchants, ShopHome home, ShopPulse pulse) {
        this.merchants = merchants;
        this.home = home;
        this.pulse = pulse;
    }

    @Override
    public boolean isFor(Caller caller) {
        return caller.isOfMerchant();
    }

    @Override
    public String called(Locale locale) {
        return Words.in(ShopMessages.class, locale).face();
    }

    @Override
    public List<Place> places(Caller caller, Locale locale) {
        ShopMessages words = Words.in(ShopMessages.class, locale);
        if (caller.merchant() == null) {
            return List.of(new Place("application", words.nav_application(), "application", "document", true));
        }
        List<Place> places = new ArrayList<>(List.of(
                new Place("home", words.nav_home(), "", "home", true),
                new Place("sales", words.nav_sales(), "sales", "sales", true),
                new Place("payouts", words.nav_payouts(), "payouts", "payouts", true),
                new Place("tills", words.nav_tills(), "tills", "tills", true),
                new Place("products", words.nav_products(), "products", "products", false),
                new Place("reports", words.nav_reports(), "reports", "reports", false),
                new Place("customers", words.nav_customers(), "customers", "customers", false),
                new Place("stores", words.nav_stores(), "stores", "stores", false)));
        if (caller.has(Roles.MERCHANT_OWNER)) {
            places.add(new Place("team", words.nav_team(), "team", "team", false));
        }
        places.add(new Place("settings", words.nav_settings(), "settings", "settings", false));
        return List.copyOf(places);
    }

    @Override
    public Uni<String> context(Caller caller) {
        MerchantId merchant = caller.merchant();
        if (merchant == null) {
            return Uni.createFrom().item("");
        }
        String known = names.getIfPresent(merchant);
        return known != null
                ? Uni.createFrom().item(known)
                : merchants
                        .merchant(caller.tenant(), merchant)
                        .map(found ->
                                found.map(one -> one.business().tradingName()).orElse(""))
                        .invoke(name -> names.put(merchant, name));
    }

    @Override
    public Uni<TemplateInstance> home() {
        return home.page();
    }

    @Override
    public Uni<Map<String, String>> pulse(Caller caller) {
        return pulse.of(caller);
    }
}
