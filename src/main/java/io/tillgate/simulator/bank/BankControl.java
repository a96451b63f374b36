package io.tillgate.simulator.bank;

import static io.tillgate.simulator.ControlServer.answer;
import static io.tillgate.simulator.ControlServer.call;
import static io.tillgate.simulator.ControlServer.read;
import static io.tillgate.simulator.ControlServer.since;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.net.httpserver.HttpExchange;
import io.tillgate.simulator.ControlServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The control port: {@code /faults}, {@code /credits}, {@code /statements}, {@code /customers}, {@code /log}, all JSON. */
final class BankControl implements AutoCloseable {
    private static final int REFERENCE_MAX = 35;

    private final ControlServer server;
    private final Insides insides;

    /** What the port shows and changes. */
    record Insides(Bank bank, Servicing servicing, Accounts accounts, BankFaults faults, BankLog log) {}

    /** Somebody pays a customer: minor units. */
    private record CreditOrder(
            String slug,
            long amount,
            String currency,
            String reference,
            @Nullable String payer,
            @Nullable LocalDate day) {}

    private record StatementOrder(String slug) {}

    BankControl(InetSocketAddress address, Insides insides) throws IOException {
        this.insides = insides;
        this.server = new ControlServer(address, this::handle);
    }

    int port() {
        return server.port();
    }

    private void handle(HttpExchange http) throws IOException, InterruptedException {
        try {
            switch (call(http)) {
                case "GET /health" -> answer(http, 200, Map.of("status", "UP"));
                case "GET /log/end" ->
                    answer(http, 200, Map.of("seq", insides.log().end()));
                case "GET /log" -> answer(http, 200, insides.log().since(since(http)));
                case "GET /accounts" -> answer(http, 200, insides.accounts().all());
                case "GET /faults" -> answer(http, 200, insides.faults().all());
                case "POST /faults" -> {
                    BankFault fault = read(http, BankFault.class);
                    insides.faults().order(fault);
                    answer(http, 201, fault);
                }
                case "DELETE /faults" -> {
                    insides.faults().clear();
                    answer(http, 200, List.of());
                }
                case "POST /credits" -> answer(http, 201, Map.of("reference", credited(http)));
                case "POST /statements" -> answer(http, 201, Map.of("statements", stated(http)));
                case "POST /customers" -> {
                    BankSettings.Customer customer = read(http, BankSettings.Customer.class);
                    insides.bank().serve(customer);
                    answer(http, 201, Map.of("slug", customer.slug()));
                }
                default -> answer(http, 404, Map.of("error", "no such thing here"));
            }
        } catch (JsonProcessingException | IllegalArgumentException | NullPointerException notUnderstood) {
            answer(http, 400, Map.of("error", "not understood: see bank-simulator.md"));
        }
    }

    private String credited(HttpExchange http) throws IOException, InterruptedException {
        CreditOrder order = read(http, CreditOrder.class);
        if (order.amount() <= 0
                || order.reference().isBlank()
                || order.reference().length() > REFERENCE_MAX) {
            throw new IllegalArgumentException("a positive amount and a reference of at most 35 characters");
        }
        int places = Math.max(0, Currency.getInstance(order.currency()).getDefaultFractionDigits());
        return insides.servicing()
                .credit(
                        insides.bank().customer(order.slug()),
                        new Servicing.Credit(
                                BigDecimal.valueOf(order.amount(), places),
                                order.currency(),
                                order.reference(),
                                order.payer() == null ? "Card host" : order.payer(),
                                order.day() == null ? insides.bank().today() : order.day()));
    }

    private int stated(HttpExchange http) throws IOException, InterruptedException {
        return insides.servicing()
                .state(insides.bank().customer(read(http, StatementOrder.class).slug()));
    }

    @Override
    public void close() {
        server.close();
    }
}
