package io.tillgate.portal.merchant.stores;

import io.tillgate.merchants.Store;
import io.tillgate.portal.merchant.shop.Fields;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Between a store and the fields of its page. */
final class StoreFields {
    private static final String PHONE = "[+0-9][0-9 ()./-]{3,23}";

    private StoreFields() {}

    /** Refuses with every mistake at once. A name in one language is enough: receipts print what there is. */
    static Store.Details details(Fields sent) {
        String chinese = sent.text("name.zh");
        String english = chinese == null ? sent.needed("name.en") : sent.textOr("name.en", chinese);
        String line1 = sent.needed("address.line1");
        String city = sent.needed("address.city");
        String country = sent.needed("address.country");
        String zone = sent.needed("timeZone");
        String phone = sent.text("phone");
        if (phone != null && !phone.matches(PHONE)) {
            sent.wrong("phone", "PATTERN");
        }
        if (!country.isEmpty()
                && !Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(country)) {
            sent.wrong("address.country", "COUNTRY");
        }
        if (!zone.isEmpty() && !ZoneId.getAvailableZoneIds().contains(zone)) {
            sent.wrong("timeZone", "TIME_ZONE");
        }
        for (String name : List.of("name.en", "name.zh", "address.line1", "address.line2", "address.city")) {
            tooLong(sent, name, name.startsWith("address.line") ? 120 : name.equals("address.city") ? 80 : 100);
        }
        tooLong(sent, "address.region", 80);
        tooLong(sent, "address.postalCode", 16);
        sent.check();
        return new Store.Details(
                new Store.Name(english, chinese),
                new Store.Address(
                        line1,
                        sent.text("address.line2"),
                        city,
                        sent.text("address.region"),
                        sent.text("address.postalCode"),
                        country),
                ZoneId.of(zone),
                phone);
    }

    private static void tooLong(Fields sent, String name, int max) {
        if (sent.textOr(name, "").length() > max) {
            sent.wrong(name, "LENGTH");
        }
    }

    static Map<String, String> values(Store.Details details) {
        Map<String, String> values = new HashMap<>();
        put(values, "name.en", details.name().en());
        put(values, "name.zh", details.name().zh());
        put(values, "address.line1", details.address().line1());
        put(values, "address.line2", details.address().line2());
        put(values, "address.city", details.address().city());
        put(values, "address.region", details.address().region());
        put(values, "address.postalCode", details.address().postalCode());
        put(values, "address.country", details.address().country());
        put(values, "timeZone", details.timeZone().getId());
        put(values, "phone", details.phone());
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
