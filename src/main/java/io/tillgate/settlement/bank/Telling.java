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
    record Item(What what, @Nullable String payout, Movement movement, List<String> keys) {
        /** As it is noted beside its message. */
        String called() {
            return switch (what) {
                case PAID -> "paid";
                case BACK -> "back";
                case OTHER -> isOfHost(movement) || (movement.isCredit() && !movement.back()) ? "funding" : "other";
            };
        }
    }

    /** An item that was not told before, and under which key it is remembered. */
    record Fresh(Item item, String key) {}

    /** What is new in a message, and what was told before. */
    record Sorted(List<Fresh> fresh, List<Item> known) {}

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
                What what = ofOurs(movement);
                items.add(new Item(what, ours, movement, payoutKeys(what, ours, movement)));
            } else {
                items.add(stranger(movement, alike));
            }
        }
        return items;
    }

    /** A debit that says of itself that it undoes something pays nobody. */
    private static What ofOurs(Movement movement) {
        if (movement.isCredit()) {
            return What.BACK;
        }
        return movement.back() ? What.OTHER : What.PAID;
    }

    private static Item stranger(Movement movement, Map<String, Integer> alike) {
        String key = movement.reference() == null ? looks(movement) : underReference(movement);
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

    private static String underReference(Movement movement) {
        return "ref/" + movement.reference() + "/" + sum(movement);
    }

    private static String side(What what) {
        return switch (what) {
            case PAID -> "paid";
            case BACK -> "back";
            case OTHER -> "undone";
        };
    }

    private static List<String> payoutKeys(What what, String payout, Movement movement) {
        String key = "payout/" + payout + "/" + side(what) + "/" + sum(movement);
        return movement.reference() == null ? List.of(key) : List.of(key, key + "/" + movement.reference());
    }

    /**
     * Sorts out what is known. Each item counts as told for those behind it in the same message.
     *
     * @param told by key; grows
     */
    static Sorted sorted(List<Item> items, String source, Map<String, List<Told>> told) {
        Sorted sorted = new Sorted(new ArrayList<>(), new ArrayList<>());
        for (Item item : items) {
            String key = fresh(item, source, told);
            if (key == null) {
                sorted.known.add(item);
            } else {
                sorted.fresh.add(new Fresh(item, key));
            }
            told.merge(
                    key == null ? item.keys().getFirst() : key,
                    List.of(new Told(source, item.movement().reference())),
                    (before, now) ->
                            Stream.concat(before.stream(), now.stream()).toList());
        }
        return sorted;
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

    /** What names a booking alone: the bank's reference, with its number where several in a message share it, or its key. */
    static String reference(Fresh fresh) {
        Movement movement = fresh.item.movement();
        String own = movement.reference();
        if (own == null) {
            return fresh.key;
        }
        String first = underReference(movement);
        return fresh.key.startsWith(first) ? own + fresh.key.substring(first.length()) : own;
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
