package io.tillgate.simulator.cardhost;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** The whole card host: two ISO 8583 ports over one book, and the control port. */
public final class CardHost implements AutoCloseable {
    private final Faults faults = new Faults();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("later").factory());
    private final String bind;
    private final IsoListener ascii;
    private final IsoListener unionpay;
    private final Control control;

    private CardHost(Ports ports, InstantSource clock, Pins pins) throws IOException {
        Book book = new Book();
        MessageLog log = new MessageLog();
        Teller teller = new Teller(book, pins, clock);
        Counter.Notes notes = new Counter.Notes(log, clock, later);
        this.bind = ports.bind();
        this.ascii = new IsoListener(bind, ports.ascii(), faults, new Counter(new AsciiWire(), teller, faults, notes));
        this.unionpay =
                new IsoListener(bind, ports.unionpay(), faults, new Counter(new UnionPayWire(), teller, faults, notes));
        this.control = new Control(
                new InetSocketAddress(bind, ports.control()),
                new Control.Insides(faults, log, book, pins, this::cutAll));
    }

    /** @param pinKey under which field 52 comes, 32 or 48 hex digits; empty when no key is shared */
    public static CardHost start(Ports ports, InstantSource clock, Optional<String> pinKey) throws IOException {
        return new CardHost(ports, clock, new Pins(pinKey.map(PinBlocks::new)));
    }

    /** Where it listens, free ports resolved. */
    public Ports ports() {
        return new Ports(bind, ascii.port(), unionpay.port(), control.port());
    }

    private void cutAll() {
        ascii.cutAll();
        unionpay.cutAll();
    }

    @Override
    public void close() throws IOException {
        control.close();
        ascii.close();
        unionpay.close();
        later.shutdownNow();
    }
}
