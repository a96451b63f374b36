package io.tillgate.simulator.bank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tillgate.simulator.bank.BankSettings.Customer;
import io.tillgate.simulator.bank.PaymentOrder.Transfer;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the bank does for its customers: fetches their files, answers, books, states. */
final class Servicing {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ServiceLine line;
    private final Accounts accounts;
    private final Reports reports;
    private final BankFaults faults;
    private final BankLog log;
    private final Unanswered unanswered;

    /** Where the bank keeps things. */
    record Books(Accounts accounts, Reports reports, BankFaults faults, BankLog log, Unanswered unanswered) {}

    /** What shall be done with a file: payments by what becomes of them. */
    private record Plan(
            List<Transfer> answered,
            Map<String, String> refused,
            List<Transfer> booked,
            Map<String, BankFault> odd,
            Optional<BankFault> whole) {
        boolean is(BankFault.Kind kind) {
            return whole.filter(fault -> fault.kind() == kind).isPresent();
        }
    }

    Servicing(ServiceLine line, Books books) {
        this.line = line;
        this.accounts = books.accounts();
        this.reports = books.reports();
        this.faults = books.faults();
        this.log = books.log();
        this.unanswered = books.unanswered();
    }

    /** Message ids of the files that wait; none when the service does not answer. */
    List<String> ready(Customer customer) throws InterruptedException {
        ServiceLine.Answer answer = line.get(customer, "/bank/v1/payment-files?status=ready&limit=100");
        List<String> ids = new ArrayList<>();
        if (answer.isFine()) {
            try {
                JsonNode items = JSON.readTree(answer.body()).path("items");
                items.forEach(file -> ids.add(file.path("messageId").asText()));
            } catch (IOException unreadable) {
                trouble(customer, "", "the list of files cannot be read");
            }
        }
        return ids;
    }

    /** The whole life of a file; takes as long as ordered delays take. */
    void serve(Customer customer, String messageId) throws InterruptedException {
        unanswered.begin(customer.slug(), messageId);
        ServiceLine.Answer answer = line.get(customer, "/bank/v1/payment-files/" + messageId);
        if (answer.isFine()) {
            serve(customer, messageId, answer);
        } else {
            trouble(customer, messageId, "not given: " + answer.status() + " " + answer.text());
        }
        if (answer.isWorthAnother()) {
            unanswered.again(customer.slug(), messageId);
        } else {
            unanswered.end(customer.slug(), messageId);
        }
    }

    private void serve(Customer customer, String messageId, ServiceLine.Answer answer) throws InterruptedException {
        PaymentOrder order;
        try {
            order = PaymentOrderReader.read(answer.body());
        } catch (IllegalArgumentException unreadable) {
            trouble(customer, messageId, String.valueOf(unreadable.getMessage()));
            return;
        }
        log.add(new BankLog.Entry(
                customer.slug(), "fetched", messageId, answer.status(), order.count() + " transfers, " + order.sum()));
        if (!order.mistake().isEmpty()) {
            send(customer, reports.refusal(order, order.mistake()));
            return;
        }
        process(customer, order, plan(customer, order));
    }

    private Plan plan(Customer customer, PaymentOrder order) {
        Optional<BankFault> whole = faults.take(customer.slug(), order);
        List<Transfer> answered = new ArrayList<>();
        Map<String, String> refused = new HashMap<>();
        List<Transfer> booked = new ArrayList<>();
        Map<String, BankFault> odd = new HashMap<>();
        for (Transfer transfer : order.transfers()) {
            Optional<BankFault> fault = faults.take(customer.slug(), transfer);
            BankFault.Kind kind = fault.map(BankFault::kind).orElse(null);
            if (kind == BankFault.Kind.SILENCE) {
                continue;
            }
            answered.add(transfer);
            if (kind == BankFault.Kind.REJECT) {
                refused.put(transfer.endToEndId(), fault.get().reasonCode());
                continue;
            }
            booked.add(transfer);
            fault.ifPresent(each -> odd.put(transfer.endToEndId(), each));
        }
        return new Plan(answered, refused, booked, odd, whole);
    }

    private void process(Customer customer, PaymentOrder order, Plan plan) throws InterruptedException {
        boolean notificationFirst = plan.is(BankFault.Kind.REORDER);
        if (!notificationFirst && !plan.answered().isEmpty()) {
            send(customer, reports.status(order, plan.answered(), plan.refused()));
        }
        if (plan.is(BankFault.Kind.DELAY)) {
            Thread.sleep(Duration.ofMillis(plan.whole().orElseThrow().delayMillis()));
        }
        for (PaymentOrder.Group group : order.groups()) {
            book(customer, group, plan);
        }
        if (notificationFirst && !plan.answered().isEmpty()) {
            send(customer, reports.status(order, plan.answered(), plan.refused()));
        }
        if (plan.is(BankFault.Kind.BOTH)) {
            state(customer);
        }
        sendBack(customer, order, plan);
    }

    private void book(Customer customer, PaymentOrder.Group group, Plan plan) throws InterruptedException {
        List<Transfer> transfers = group.transfers().stream()
                .filter(transfer -> plan.booked().contains(transfer))
                .toList();
        if (transfers.isEmpty()) {
            return;
        }
        Accounts.Key key =
                new Accounts.Key(customer.slug(), transfers.getFirst().currency());
        accounts.isNumbered(key, group.debtor());
        List<Booking> bookings = plan.is(BankFault.Kind.BATCH)
                ? List.of(batch(group, transfers))
                : transfers.stream().map(each -> booking(group, each, plan)).toList();
        bookings.forEach(booking -> accounts.book(key, booking));
        Report notification = notification(key, bookings);
        if (plan.is(BankFault.Kind.MALFORMED)) {
            send(customer, notification.half());
        }
        send(customer, notification);
        if (plan.is(BankFault.Kind.DUPLICATE)) {
            send(customer, notification);
        }
    }

    private Booking booking(PaymentOrder.Group group, Transfer transfer, Plan plan) {
        BankFault odd = plan.odd().get(transfer.endToEndId());
        BigDecimal amount = odd != null && odd.kind() == BankFault.Kind.OTHER_AMOUNT
                ? transfer.amount().add(transfer.amount().ulp())
                : transfer.amount();
        return new Booking(
                reports.reference("BK", transfer.endToEndId()),
                false,
                amount,
                group.day(),
                "",
                "",
                List.of(new Booking.Item(transfer.endToEndId(), amount, transfer.creditor(), "")));
    }

    private Booking batch(PaymentOrder.Group group, List<Transfer> transfers) {
        return new Booking(
                reports.reference("BK", group.id()),
                false,
                transfers.stream().map(Transfer::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                group.day(),
                group.id(),
                "",
                transfers.stream()
                        .map(each -> new Booking.Item(each.endToEndId(), each.amount(), each.creditor(), ""))
                        .toList());
    }

    private void sendBack(Customer customer, PaymentOrder order, Plan plan) throws InterruptedException {
        for (PaymentOrder.Group group : order.groups()) {
            for (Transfer transfer : group.transfers()) {
                BankFault odd = plan.odd().get(transfer.endToEndId());
                if (odd != null && odd.kind() == BankFault.Kind.RETURN) {
                    Accounts.Key key = new Accounts.Key(customer.slug(), transfer.currency());
                    Booking back = new Booking(
                            reports.reference("RT", transfer.endToEndId()),
                            true,
                            transfer.amount(),
                            group.day(),
                            "",
                            odd.reasonCode(),
                            List.of(new Booking.Item(
                                    transfer.endToEndId(), transfer.amount(), transfer.creditor(), "")));
                    accounts.book(key, back);
                    send(customer, notification(key, List.of(back)));
                }
            }
        }
    }

    /** Somebody pays the customer. Returns the bank's reference. */
    String credit(Customer customer, Credit credit) throws InterruptedException {
        Accounts.Key key = new Accounts.Key(customer.slug(), credit.currency());
        Optional.ofNullable(customer.account())
                .map(PaymentOrder.Account::of)
                .ifPresent(number -> accounts.opens(key, number));
        Booking booking = new Booking(
                reports.reference("CR"),
                true,
                credit.amount(),
                credit.day(),
                "",
                "",
                List.of(new Booking.Item(credit.reference(), credit.amount(), credit.payer(), credit.reference())));
        accounts.book(key, booking);
        send(customer, notification(key, List.of(booking)));
        return booking.reference();
    }

    /** Sends a statement of each account on which something was booked since the last; how many. */
    int state(Customer customer) throws InterruptedException {
        List<Accounts.Stretch> stretches = accounts.state(customer.slug());
        for (Accounts.Stretch stretch : stretches) {
            send(customer, reports.statement(stretch));
        }
        return stretches.size();
    }

    private Report notification(Accounts.Key key, List<Booking> bookings) {
        return reports.notification(new Accounts.Stretch(key, accounts.number(key), BigDecimal.ZERO, bookings));
    }

    private void send(Customer customer, Report report) throws InterruptedException {
        ServiceLine.Answer answer = line.post(customer, report);
        log.add(new BankLog.Entry(customer.slug(), report.name(), report.messageId(), answer.status(), answer.text()));
    }

    private void trouble(Customer customer, String messageId, String what) {
        log.add(new BankLog.Entry(customer.slug(), "trouble", messageId, 0, what));
    }

    /** Money that somebody pays to a customer. */
    record Credit(BigDecimal amount, String currency, String reference, String payer, java.time.LocalDate day) {}
}
