package io.tillgate.simulator.bank;

import io.tillgate.simulator.bank.BankSettings.Customer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The whole bank: looks for its customers' files, serves each on its own thread, states every account when its day ends. */
public final class Bank implements AutoCloseable {
    private static final int CUSTOMERS_MAX = 200;

    private final Map<String, Customer> customers = new ConcurrentHashMap<>();
    private final Set<String> inWork = ConcurrentHashMap.newKeySet();
    private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("bank").factory());
    private final InstantSource clock;
    private final Servicing servicing;
    private final Unanswered unanswered;
    private final BankControl control;
    private LocalDate day;

    private Bank(BankSettings settings, InstantSource clock) throws IOException {
        this.clock = clock;
        BankFaults faults = new BankFaults();
        BankLog log = new BankLog(clock);
        Accounts accounts = new Accounts();
        this.unanswered = new Unanswered(settings.data());
        this.servicing = new Servicing(
                new ServiceLine(settings, clock),
                new Servicing.Books(accounts, new Reports(clock), faults, log, unanswered));
        this.day = today();
        settings.customers().forEach(this::serve);
        this.control = new BankControl(
                new InetSocketAddress(settings.bind(), settings.controlPort()),
                new BankControl.Insides(this, servicing, accounts, faults, log));
        Future<?> _ =
                looking.scheduleWithFixedDelay(this::look, 0, settings.pause().toMillis(), TimeUnit.MILLISECONDS);
    }

    public static Bank start(BankSettings settings, InstantSource clock) throws IOException {
        return new Bank(settings, clock);
    }

    public int controlPort() {
        return control.port();
    }

    /** From now on this customer's files are fetched; again changes how the bank signs in. */
    void serve(Customer customer) {
        if (customers.size() >= CUSTOMERS_MAX && !customers.containsKey(customer.slug())) {
            throw new IllegalArgumentException("too many customers");
        }
        customers.put(customer.slug(), customer);
    }

    Customer customer(String slug) {
        Customer customer = customers.get(slug);
        if (customer == null) {
            throw new IllegalArgumentException("no such customer");
        }
        return customer;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private void look() {
        for (Customer customer : customers.values()) {
            if (inWork.add(customer.slug())) {
                inBackground(() -> {
                    try {
                        lookFor(customer);
                    } finally {
                        inWork.remove(customer.slug());
                    }
                });
            }
        }
        if (!today().equals(day)) {
            day = today();
            customers.values().forEach(customer -> inBackground(() -> servicing.state(customer)));
        }
    }

    private void lookFor(Customer customer) throws InterruptedException {
        List<String> found = new ArrayList<>(unanswered.of(customer.slug()));
        found.addAll(servicing.ready(customer));
        for (String messageId : found) {
            String task = customer.slug() + "/" + messageId;
            if (inWork.add(task)) {
                inBackground(() -> {
                    try {
                        servicing.serve(customer, messageId);
                    } finally {
                        inWork.remove(task);
                    }
                });
            }
        }
    }

    private void inBackground(Task task) {
        try {
            work.execute(() -> {
                try {
                    task.run();
                } catch (InterruptedException ending) {
                    Thread.currentThread().interrupt();
                }
            });
        } catch (RejectedExecutionException ending) {
            // the bank closes
        }
    }

    /** Something that takes its time. */
    @FunctionalInterface
    private interface Task {
        void run() throws InterruptedException;
    }

    @Override
    public void close() {
        control.close();
        looking.shutdownNow();
        work.shutdownNow();
    }
}
