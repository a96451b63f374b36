package io.tillgate.onboarding.domain;

import io.tillgate.onboarding.ApplicationForm;
import io.tillgate.onboarding.ApplicationForm.Amount;
import io.tillgate.onboarding.ApplicationForm.Bank;
import io.tillgate.onboarding.ApplicationForm.Business;
import io.tillgate.onboarding.ApplicationForm.Contact;
import io.tillgate.onboarding.ApplicationForm.Owner;
import io.tillgate.onboarding.ApplicationForm.Shop;
import io.tillgate.onboarding.ApplicationForm.Trading;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Complete forms to start a test from. */
public final class Forms {
    private Forms() {}

    public static ApplicationForm chinese() {
        return new ApplicationForm(
                new Business("福州海港咖啡有限公司", "海港咖啡", "有限责任公司", "CN", "91350100M000100Y43", "https://海港.example"),
                List.of(new Owner("王小明", new BigDecimal("100"), LocalDate.of(1985, 2, 28), "CN")),
                new Contact("王小明", "wang@harbour-coffee.example", "+86 591 8888 0000", "zh"),
                new Bank("福州海港咖啡有限公司", null, "102100099996", "6222021001116245702"),
                new Trading("5814", new Amount(20_000_000, "CNY"), new Amount(3_500, "CNY")),
                new Shop(
                        "Harbour Coffee Fuzhou",
                        "海港咖啡福州店",
                        "五四路1号",
                        null,
                        "福州",
                        "福建",
                        "350001",
                        "CN",
                        "Asia/Shanghai",
                        null));
    }

    public static ApplicationForm dutch() {
        return new ApplicationForm(
                new Business("Bloemenhandel Van Dijk BV", "Van Dijk Bloemen", "BV", "NL", "33011433", null),
                List.of(
                        new Owner("Anna van Dijk", new BigDecimal("50.5"), LocalDate.of(1970, 1, 1), "NL"),
                        new Owner("Jan van Dijk", new BigDecimal("49.5"), LocalDate.of(1972, 6, 1), "NL")),
                new Contact("Anna van Dijk", "anna@vandijk.example", null, null),
                new Bank("Bloemenhandel Van Dijk BV", "NL91 ABNA 0417 1643 00", null, null),
                new Trading("5992", new Amount(1_500_000, "EUR"), new Amount(2_200, "EUR")),
                null);
    }
}
