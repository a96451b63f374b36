package io.tillgate.portal.merchant.tills;

import io.tillgate.portal.frame.Mistakes;
import io.tillgate.portal.merchant.shop.Option;
import java.util.List;

/** The form that sets a till up. */
public record NewTillView(
        List<Option> stores, List<Option> accounts, String name, String action, String back, Mistakes mistakes) {
    public NewTillView {
        stores = List.copyOf(stores);
        accounts = List.copyOf(accounts);
    }
}
