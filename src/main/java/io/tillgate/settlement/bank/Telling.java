package io.tillgate.settlement.bank;

import io.tillgate.settlement.PayoutState;
import io.tillgate.settlement.bank.store.BookingMemory.Told;
import io.tillgate.settlement.iso20022.MessageType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a movement is, and whether it was told before. A booking has one key, whichever message tells of it: the payout's name, side
 * and amount; otherwise the bank's reference; otherwise what it looks like, and which one of that look it is. Told by the other kind
 * of message it is the same booking; told twice by one kind it is the same only under the same reference.
 */
final class Telling {
    /** What card hosts are asked to write beside their money. */
    private static final Pattern FUNDING = Pattern.compile("\\bHF[0-9]{8}-[0-9]{1,4}\\b");

    private Telling() {}

    /** What a movement is. */
    enum What {
        /** A payout is paid. */
        PAID,
        /** A payout came back. */
        BACK,
        /** Money that is no payout: a card host's, or a break. */
        OTHER
    }

    /**
     * A movement with its name.
     *
     * @param payout the end-to-end id that the bank named; null where it named none
     * @param keys the first that was not told decides; the last is that of another booking of the same
     */
    record Item(What what, @Nullable String payout, Movement movement, List<String> keys) {}

    static String source(MessageType type) {
        return type.kind() == MessageType.Kind.STATEMENT ? "statement" : "notification";
    }

    /** @param known our end-to-end ids among the names */
    static List<Item> items(List<Movement> movements, Map<String, PayoutState> known) {
        Map<String, Integer> alike = new HashMap<>();
        List<Item> items = new ArrayList<>();
        for (Movement movement : movements) {
            String ours = movement.names().stream()
                    .filter(known::containsKey)
                    .findFirst()
                    .orElse(null);
            if (ours != null) {
                What what = movement.isCredit() ? What.BACK : What.PAID;
                items.add(new Item(what, ours, movement, payoutKeys(what, ours, movement)));
            } else {
                items.add(stranger(movement, alike));
            }
        }
        return items;
    }

    private static Item stranger(Movement movement, Map<String, Integer> alike) {
        String key =
                movement.reference() == null ? looks(movement) : "ref/" + movement.reference() + "/" + sum(movement);
        int number = alike.merge(key, 1, Integer::sum);
        List<String> keys = List.of(number == 1 ? key : key + "#" + number);
        String named = movement.names().isEmpty() ? null : movement.names().getFirst();
        if (named == null || isOfHost(movement)) {
            return new Item(What.OTHER, null, movement, keys);
        }
        if (movement.isCredit()) {
            return new Item(movement.back() ? What.BACK : What.OTHER, named, movement, keys);
        }
        return new Item(What.PAID, named, movement, keys);
    }

    private static List<String> payoutKeys(What what, String payout, Movement movement) {
        String key = "payout/" + payout + "/" + (what == What.PAID ? "paid" : "back") + "/" + sum(movement);
        return movement.reference() == null ? List.of(key) : List.of(key, key + "/" + movement.reference());
    }

    /**
     * Under which key it has to be worked on; null when it is known.
     *
     * @param told by key, with what this message told so far
     */
    static @Nullable String fresh(Item item, String source, Map<String, List<Told>> told) {
        for (String key : item.keys()) {
            List<Told> before = told.getOrDefault(key, List.of());
            if (before.isEmpty()) {
                return key;
            }
            Set<String> sameKind = new java.util.HashSet<>();
            boolean unnamed = false;
            for (Told each : before) {
                if (each.source().equals(source)) {
                    if (each.reference() == null) {
                        unnamed = true;
                    } else {
                        sameKind.add(each.reference());
                    }
                }
            }
            String reference = item.movement().reference();
            boolean another = reference != null && !unnamed && !sameKind.isEmpty() && !sameKind.contains(reference);
            if (!another) {
                return null;
            }
        }
        return null;
    }

    /** A card host's reference stands beside it. */
    static boolean isOfHost(Movement movement) {
        return FUNDING.matcher(movement.text()).find();
    }

    private static String sum(Movement movement) {
        return movement.amount().currency().getCurrencyCode()
                + (movement.isCredit() ? "" : "-")
                + movement.amount().value();
    }

    private static String looks(Movement movement) {
        try {
            byte[] all = Stream.of(
                            sum(movement),
                            movement.bookedOn().toString(),
                            String.join(" ", movement.names()),
                            movement.text())
                    .collect(java.util.stream.Collectors.joining("\n"))
                    .getBytes(StandardCharsets.UTF_8);
            return "looks/"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(all));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
