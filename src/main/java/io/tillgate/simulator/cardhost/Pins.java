package io.tillgate.simulator.cardhost;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the issuer knows of PINs: each card's own where it was told, and how often it was typed wrongly in a row. */
final class Pins {
    /** Of every card that nobody gave another one. */
    static final String USUAL = "1234";

    private static final int WRONG_MAX = 3;
    private static final int CARDS_MAX = 10_000;

    private final Optional<PinBlocks> blocks;
    private final Map<String, String> own = new LinkedHashMap<>();
    private final Map<String, Integer> wrong = new LinkedHashMap<>();

    /** @param blocks empty when no key is shared with the acquirer: then no PIN can be read */
    Pins(Optional<PinBlocks> blocks) {
        this.blocks = blocks;
    }

    /** Gives a card a PIN, and a fresh start. */
    synchronized void give(String card, String pin) {
        if (!card.matches("[0-9]{13,19}") || !pin.matches("[0-9]{4,12}")) {
            throw new IllegalArgumentException("a card has 13 to 19 digits, a PIN 4 to 12");
        }
        keep(own, card, pin);
        wrong.remove(card);
    }

    synchronized void forgetAll() {
        own.clear();
        wrong.clear();
    }

    synchronized PinCheck check(HostMessage request) {
        String block = request.field(52);
        if (block.isEmpty()) {
            return PinCheck.NONE;
        }
        String card = request.field(2);
        Optional<String> typed = blocks.flatMap(key -> key.read(block, card));
        if (typed.isEmpty()) {
            return PinCheck.UNREADABLE;
        }
        int before = wrong.getOrDefault(card, 0);
        if (before >= WRONG_MAX) {
            return PinCheck.BLOCKED;
        }
        if (typed.get().equals(own.getOrDefault(card, USUAL))) {
            wrong.remove(card);
            return PinCheck.RIGHT;
        }
        keep(wrong, card, before + 1);
        return PinCheck.WRONG;
    }

    /** The card that was heard of first gives way. */
    private static <V> void keep(Map<String, V> map, String card, V value) {
        map.put(card, value);
        if (map.size() > CARDS_MAX) {
            map.remove(map.keySet().iterator().next());
        }
    }
}
