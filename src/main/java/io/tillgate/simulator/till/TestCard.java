package io.tillgate.simulator.till;

import java.util.HexFormat;

/**
 * A published test card in the customer's hand.
 *
 * @param expiry YYMM
 */
public record TestCard(String number, String expiry) {
    public static final TestCard VISA = new TestCard("4111111111111111", "3012");
    public static final TestCard MASTERCARD = new TestCard("5555555555554444", "3012");
    public static final TestCard UNIONPAY = new TestCard("6200000000000005", "3012");

    /** What the simulated card host takes as the PIN of every card that it was told nothing else of. */
    public static final String PIN = "1234";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** Track 2 equivalent data as the chip gives it: tag 57. */
    public byte[] track2Object() {
        String digits = number + "D" + expiry + "2010000000000";
        String even = digits.length() % 2 == 0 ? digits : digits + "F";
        byte[] value = HEX.parseHex(even);
        byte[] object = new byte[value.length + 2];
        object[0] = 0x57;
        object[1] = (byte) value.length;
        System.arraycopy(value, 0, object, 2, value.length);
        return object;
    }

    /** Chip data without card data: application cryptogram, unpredictable number, counter, results, amount. */
    public String emv(long amount, String currencyNumeric) {
        return "9F2608A1B2C3D4E5F60718" + "9F2701809F100706010A03A0A000" + "9F370412345678" + "9F36020001"
                + "950500000080009A03261122"
                + "9C0100" + "9F0206" + String.format(java.util.Locale.ROOT, "%012d", amount) + "5F2A02" + "0"
                + currencyNumeric + "82023C00" + "9F1A020276" + "9F3303E0F8C8" + "9F34031E0300"
                + "9F3501228407A0000000031010";
    }

    @Override
    public String toString() {
        return number.substring(0, 6) + "…" + number.substring(number.length() - 4);
    }
}
