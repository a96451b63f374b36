package io.tillgate.payments.iso8583;

/**
 * Where a message comes from, as the host numbers it.
 *
 * @param terminal field 41, 1 to 8 characters
 * @param merchant field 42, 1 to 15 characters
 * @param category field 18, four digits (ISO 18245)
 */
public record Station(String terminal, String merchant, String category) {
    public Station {
        if (terminal.isBlank() || terminal.length() > 8 || merchant.isBlank() || merchant.length() > 15) {
            throw new IllegalArgumentException("terminal number has 1 to 8 characters, merchant number 1 to 15");
        }
        if (!category.matches("[0-9]{4}")) {
            throw new IllegalArgumentException("a category has four digits");
        }
    }
}
