package io.tillgate.settlement.bank;

import io.tillgate.settlement.bank.store.BookingMemory.Told;
import io.tillgate.settlement.bank.store.PayoutsInFiles.Known;
import io.tillgate.settlement.iso20022.MessageType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** An item, and under which key it is remembered. */
    record Fresh(Item item, String key) {
        /** One more booking of what was booked before, as far as the bank's messages tell. */
        boolean isAnother() {
            return !key.equals(item.keys().getFirst());
        }
    }

    /** Where a booking belongs among those that were told. */
    private record Place(String key, boolean known) {}

    /** What is new in a message, and what was told before. */
    record Sorted(List<Fresh> fresh, List<Fresh> known) {}

    static String source(MessageType type) {
        return type.kind() == MessageType.Kind.STATEMENT ? "statement" : "notification";
    }

    /** @param known our payouts, by the names that the bank gave them */
    static List<Item> items(List<Movement> movements, Map<String, Known> known) {
        Map<String, Integer> alike = new HashMap<>();
        List<Item> items = new ArrayList<>();
        for (Movement movement : movements) {
            Known ours = movement.names().stream()
                    .map(known::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            if (ours != null) {
                items.add(ofPayout(movement, ours.endToEndId(), alike));
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

    /** The second key is that of another booking of the same: by its reference, and by its place among those without. */
    private static Item ofPayout(Movement movement, String payout, Map<String, Integer> alike) {
        What what = ofOurs(movement);
        String key = "payout/" + payout + "/" + side(what) + "/" + sum(movement);
        String own = key + "/" + (movement.reference() == null ? "-" : movement.reference());
        int number = alike.merge(own, 1, Integer::sum);
        return new Item(what, payout, movement, List.of(key, number == 1 ? own : own + "#" + number));
    }

    /**
     * Sorts out what is known. Each item counts as told for those behind it in the same message, and each entry of a message
     * is a booking of its own. Those with a reference come first: which one an entry without is, the others leave over.
     *
     * @param told by key; grows
     */
    static Sorted sorted(List<Item> items, String source, Map<String, List<Told>> told) {
        Sorted sorted = new Sorted(new ArrayList<>(), new ArrayList<>());
        Set<String> taken = new HashSet<>();
        List<Item> inOrder = Stream.concat(
                        items.stream().filter(item -> item.movement().reference() != null),
                        items.stream().filter(item -> item.movement().reference() == null))
                .toList();
        for (Item item : inOrder) {
            Place place = place(item, source, told, taken);
            (place.known ? sorted.known : sorted.fresh).add(new Fresh(item, place.key));
            taken.add(place.key);
            told.merge(
                    place.key,
                    List.of(new Told(source, item.movement().reference())),
                    (before, now) ->
                            Stream.concat(before.stream(), now.stream()).toList());
        }
        return sorted;
    }

    /**
     * Under which key it has to be worked on; null when it is known.
     *
     * @param told by key
     */
    static @Nullable String fresh(Item item, String source, Map<String, List<Told>> told) {
        Place place = place(item, source, told, Set.of());
        return place.known ? null : place.key;
    }

    /** @param taken what other entries of this message are */
    private static Place place(Item item, String source, Map<String, List<Told>> told, Set<String> taken) {
        String reference = item.movement().reference();
        for (String key : item.keys()) {
            if (reference != null && !taken.contains(key) && isUnder(reference, told.getOrDefault(key, List.of()))) {
                return new Place(key, true);
            }
        }
        for (String key : item.keys()) {
            List<Told> before = told.getOrDefault(key, List.of());
            if (before.isEmpty()) {
                return new Place(key, false);
            }
            if (!taken.contains(key) && !isAnother(reference, source, before)) {
                return new Place(key, true);
            }
        }
        return new Place(item.keys().getLast(), true);
    }

    private static boolean isUnder(String reference, List<Told> told) {
        return told.stream().anyMatch(each -> reference.equals(each.reference()));
    }

    /** One kind of message tells of a booking under one reference; told by the other kind, it is the same booking. */
    private static boolean isAnother(@Nullable String reference, String source, List<Told> before) {
        List<Told> sameKind =
                before.stream().filter(each -> each.source().equals(source)).toList();
        return reference != null
                && !sameKind.isEmpty()
                && sameKind.stream()
                        .noneMatch(each ->
                                each.reference() == null || each.reference().equals(reference));
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
