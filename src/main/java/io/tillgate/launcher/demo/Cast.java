package io.tillgate.launcher.demo;

import io.tillgate.simulator.till.Enrolment.Enrolled;
import io.tillgate.simulator.till.Till;
import io.tillgate.simulator.till.TillKeys;
import io.tillgate.simulator.till.TrustedService;

/** Who and what the story has brought on stage so far; filled step by step. */
@SuppressWarnings("NullAway.Init") // a later step may only use what an earlier one brought
final class Cast {
    final Running running;
    final String run;
    final TrustedService service;
    final CardHostBook host;

    Api operator;
    Api admin;
    Api underwriter;
    Api analyst;
    Api finance;
    Api secondFinance;
    Api owner;
    String application = "";
    String merchantNumber = "";
    String accountId = "";
    String storeId = "";
    String terminalId = "";
    String terminalNumber = "";
    String activationCode = "";
    Enrolled enrolled;
    Till till;
    TillKeys keys;
    String firstPayment = "";
    long takings;
    String payout = "";
    String paymentFile = "";

    Cast(Running running, String run) {
        this.running = running;
        this.run = run;
        this.service = TrustedService.byCa(running.ca());
        this.host = new CardHostBook(new ControlPort(running.cardHost()));
    }

    /** Asked for by the steps that need a bank; not every stage has one. */
    BankBook bank() {
        return new BankBook(new ControlPort(running.bank()));
    }
}
