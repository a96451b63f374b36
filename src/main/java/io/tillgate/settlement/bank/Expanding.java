package io.tillgate.settlement.bank;

import io.smallrye.mutiny.Uni;
import io.tillgate.settlement.bank.Movements.Oddity;
import io.tillgate.settlement.bank.store.BookingMemory;
import io.tillgate.settlement.bank.store.PayoutsInFiles;
import io.tillgate.settlement.bank.store.PayoutsInFiles.InFile;
import io.tillgate.settlement.bank.store.PayoutsInFiles.Member;
import io.tillgate.shared.Money;
import io.tillgate.shared.TenantId;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One booking for a whole group becomes one for each payout of it, when number and sum agree with what was not refused; otherwise it is
 * an oddity as a whole. A credit under a group that is not ours is somebody else's batch, and stays one credit.
 */
final class Expanding {
    private Expanding() {}

    static Uni<Movements> groups(SqlConnection connection, TenantId tenant, Movements movements) {
        Set<String> named = movements.booked().stream()
                .filter(Movement::mayBeGroup)
                .flatMap(movement -> movement.groups().stream())
                .collect(Collectors.toSet());
        return PayoutsInFiles.ofFiles(connection, tenant, named)
                .chain(files -> BookingMemory.told(connection, tenant, keys(movements))
                        .map(told -> apart(movements, files, told.keySet())));
    }

    private static List<String> keys(Movements movements) {
        Map<String, Integer> alike = new HashMap<>();
        return movements.booked().stream()
                .filter(Movement::mayBeGroup)
                .map(movement -> Differences.numbered(key(movement), alike))
                .toList();
    }

    /**
     * A booking that was told before the group agreed stands in suspense whole: told again it is that one, and not its payouts'.
     *
     * @param files ours, by the names under which the bank may know them
     * @param told keys of groups that were odd
     */
    static Movements apart(Movements movements, Map<String, InFile> files, Set<String> told) {
        List<Movement> booked = new ArrayList<>();
        List<Oddity> odd = new ArrayList<>(movements.odd());
        Map<String, Integer> alike = new HashMap<>();
        for (Movement movement : movements.booked()) {
            if (!movement.mayBeGroup()) {
                booked.add(movement);
            } else if (told.contains(Differences.numbered(key(movement), alike))) {
                odd.add(disagreement(movement, in(members(movement, files))));
            } else {
                apart(movement, members(movement, files), booked, odd);
            }
        }
        return new Movements(List.copyOf(booked), List.copyOf(odd), movements.pending());
    }

    /** Of the first of the names that is a file of ours. */
    private static List<Member> members(Movement movement, Map<String, InFile> files) {
        return movement.groups().stream()
                .map(files::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(InFile::members)
                .orElse(List.of());
    }

    static void apart(Movement movement, List<Member> members, List<Movement> booked, List<Oddity> odd) {
        if (members.isEmpty() && movement.isCredit()) {
            booked.add(movement);
            return;
        }
        List<Member> in = in(members);
        boolean agrees = !in.isEmpty()
                && in.stream()
                        .allMatch(member -> member.amount()
                                .currency()
                                .equals(movement.amount().currency()))
                && sum(in) == movement.amount().value()
                && movement.payments().orElse(in.size()) == in.size();
        if (agrees) {
            in.forEach(member -> booked.add(of(movement, member)));
        } else {
            odd.add(disagreement(movement, in));
        }
    }

    private static List<Member> in(List<Member> members) {
        return members.stream().filter(member -> !member.isOut()).toList();
    }

    /** A bank names a group alike month after month, where it names none: day, side and sum tell them apart. */
    private static String key(Movement movement) {
        Money moved = movement.moved();
        return "group/" + movement.groups().getFirst() + "/"
                + moved.currency().getCurrencyCode() + moved.value() + "/" + movement.bookedOn()
                + (movement.reference() == null ? "" : "/" + movement.reference());
    }

    private static Movement of(Movement group, Member member) {
        return new Movement(
                group.direction(),
                member.amount(),
                List.of(member.endToEndId()),
                List.of(),
                OptionalInt.empty(),
                group.reference(),
                group.bookedOn(),
                group.back(),
                group.reason(),
                group.text());
    }

    private static Oddity disagreement(Movement movement, List<Member> in) {
        String name = movement.groups().getFirst();
        int places = Math.max(0, movement.amount().exponent());
        return new Oddity(
                key(movement),
                in.isEmpty() ? "unknown-group" : "group-differs",
                in.isEmpty()
                        ? "a booking for the group " + name + ", which is not in the book"
                        : "a booking for the group " + name + ": "
                                + movement.payments().orElse(in.size()) + " payments of "
                                + BigDecimal.valueOf(movement.amount().value(), places)
                                        .toPlainString()
                                + " told, " + in.size() + " of "
                                + BigDecimal.valueOf(sum(in), places).toPlainString() + " in the file",
                movement.moved(),
                movement.reference());
    }

    private static long sum(List<Member> members) {
        return members.stream().mapToLong(member -> member.amount().value()).sum();
    }
}
