package io.tillgate.simulator.cardhost;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Where a message is taken in, answered, and spoilt as ordered. */
final class Counter implements IsoListener.Exchange {
    private final Wire wire;
    private final Teller teller;
    private final Faults faults;
    private final Notes notes;

    /** Where it is written down, and who answers later. */
    record Notes(MessageLog log, InstantSource clock, ScheduledExecutorService later) {}

    Counter(Wire wire, Teller teller, Faults faults, Notes notes) {
        this.wire = wire;
        this.teller = teller;
        this.faults = faults;
        this.notes = notes;
    }

    @Override
    public void received(byte[] payload, IsoListener.Line line) {
        long began = System.nanoTime();
        HostMessage request;
        try {
            request = wire.read(payload);
        } catch (IOException e) {
            line.cut();
            return;
        }
        Optional<Fault> fault = faults.take(request);
        note("in", request, 0, fault);
        if (fault.map(Fault::kind)
                .filter(kind -> kind == Fault.Kind.LOSE_REQUEST)
                .isPresent()) {
            return;
        }
        HostMessage answer = teller.answer(
                request, fault.filter(f -> f.kind() == Fault.Kind.DECLINE).map(Fault::responseCode));
        byte[] bytes = wire.write(answer);
        note("out", answer, (System.nanoTime() - began) / 1_000, fault);
        if (fault.isEmpty()) {
            line.send(bytes);
        } else {
            spoilt(fault.get(), bytes, line);
        }
    }

    private void spoilt(Fault fault, byte[] bytes, IsoListener.Line line) {
        switch (fault.kind()) {
            case DELAY, LATE -> {
                var _ = notes.later().schedule(() -> line.send(bytes), fault.delayMillis(), TimeUnit.MILLISECONDS);
            }
            case DUPLICATE -> {
                line.send(bytes);
                line.send(bytes);
            }
            case GARBLE -> line.send(wire.garble(bytes));
            case DISCONNECT -> line.cut();
            case DECLINE -> line.send(bytes);
            case DROP, LOSE_REQUEST, REFUSE_CONNECTIONS -> {
                // nothing goes back
            }
        }
    }

    private void note(String direction, HostMessage message, long micros, Optional<Fault> fault) {
        String spoiling = fault.map(
                        f -> f.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .orElse("");
        notes.log()
                .add(
                        notes.clock().instant(),
                        message,
                        new MessageLog.Circumstance(direction, wire.name(), micros, spoiling));
    }
}
