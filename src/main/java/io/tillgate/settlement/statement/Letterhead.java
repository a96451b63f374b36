package io.tillgate.settlement.statement;

import io.tillgate.settlement.statement.Statement.Issuer;
import io.tillgate.tenancy.LocalText;
import io.tillgate.tenancy.TenantSettings;
import java.time.ZoneId;
import java.util.Locale;

/**
 * Who writes a statement, as it was when the run was made.
 *
 * @param zone of the tenant's business day
 */
public record Letterhead(LocalText name, String wordMark, String colour, ZoneId zone) {
    public static Letterhead of(TenantSettings settings) {
        return new Letterhead(
                settings.name(),
                settings.brand().logo(),
                settings.brand().colour(),
                settings.businessDay().zone());
    }

    public Issuer issuer(Locale language) {
        return new Issuer(name.in(language), wordMark, colour);
    }
}
