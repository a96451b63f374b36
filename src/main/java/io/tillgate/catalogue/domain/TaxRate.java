package io.tillgate.catalogue.domain;

import java.util.regex.Pattern;

/** A tax rate as a decimal string from 0 to 1 with at most 4 places: {@code 0.13} is 13 %. */
public final class TaxRate {
    private static final Pattern FORM = Pattern.compile("0(\\.[0-9]{1,4})?|1(\\.0{1,4})?");

    private TaxRate() {}

    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }
}
