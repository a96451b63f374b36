package io.tillgate.portal.merchant.tills;

import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.Catalogue;
import io.tillgate.catalogue.DocumentVersion;
import io.tillgate.merchants.Store;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.portal.frame.Formats;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Words;
import io.tillgate.portal.merchant.shop.Event;
import io.tillgate.portal.merchant.shop.Shop;
import io.tillgate.portal.merchant.shop.State;
import io.tillgate.portal.merchant.tills.TillDetail.Command;
import io.tillgate.portal.merchant.tills.TillDetail.Document;
import io.tillgate.portal.merchant.tills.TillDetail.Fact;
import io.tillgate.portal.merchant.tills.TillDetail.Links;
import io.tillgate.terminals.Terminal;
import io.tillgate.terminals.Terminal.Activation;
import io.tillgate.terminals.Terminal.Status;
import io.tillgate.terminals.TerminalCommand;
import io.tillgate.terminals.TerminalEvent;
import io.tillgate.terminals.Terminals;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Puts together what the page of a till shows. */
@RequestScoped
class TillDetails {
    private static final int EVENTS = 30;
    private static final int COMMANDS = 10;

    private final Frames frames;
    private final Shop shop;
    private final Terminals terminals;
    private final Catalogue catalogue;
    private final Clock clock;

    TillDetails(Frames frames, Shop shop, Terminals terminals, Catalogue catalogue, Clock clock) {
        this.frames = frames;
        this.shop = shop;
        this.terminals = terminals;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    Uni<TillDetail> of(Terminal till) {
        return shop.stores()
                .chain(stores -> catalogue
                        .versions(shop.owner(), till.storeId())
                        .chain(versions -> terminals
                                .events(shop.caller(), till.id(), new PageRequest(EVENTS, null))
                                .chain(events -> terminals
                                        .commands(shop.caller(), till.id(), new PageRequest(COMMANDS, null))
                                        .map(commands ->
                                                view(till, stores, versions, events.items(), commands.items())))));
    }

    private TillDetail view(
            Terminal till,
            List<Store> stores,
            List<DocumentVersion> versions,
            List<TerminalEvent> events,
            List<TerminalCommand> commands) {
        Formats formats = shop.formatsAt(stores, till.storeId());
        TillWords words = new TillWords(words(), formats);
        return new TillDetail(
                till.number(),
                till.label(),
                words.state(till),
                facts(till, stores, words),
                versions.stream().map(version -> document(till, version, words)).toList(),
                events.stream()
                        .map(event -> new Event(
                                words.event(event),
                                TillWords.detail(event.detail()),
                                formats.moment(event.occurredAt()),
                                TillWords.tone(event)))
                        .toList(),
                commands.stream()
                        .map(command -> new Command(
                                words.command(command),
                                formats.moment(command.requestedAt()),
                                words.commandState(command, clock.instant())))
                        .toList(),
                activation(till, formats),
                links(till));
    }

    private List<Fact> facts(Terminal till, List<Store> stores, TillWords said) {
        TillsMessages words = words();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.store(), shop.name(stores, till.storeId())));
        facts.add(new Fact(words.merchant_number(), till.merchantNumber()));
        facts.add(new Fact(words.terminal_number(), till.number()));
        facts.add(new Fact(words.col_seen(), said.seen(till)));
        Terminal.Connection connection = till.connection();
        if (connection != null && connection.online()) {
            facts.add(new Fact(words.connected(), said.formats().moment(connection.connectedAt())));
            facts.add(new Fact(words.network(), connection.source()));
        }
        add(facts, words.software(), said.software(till));
        add(facts, words.battery(), said.battery(till));
        add(facts, words.clock(), said.clock(till));
        if (till.certificateValidUntil() != null) {
            facts.add(new Fact(words.certificate(), said.formats().date(till.certificateValidUntil())));
        }
        facts.add(new Fact(words.created(), said.formats().moment(till.createdAt())));
        return facts;
    }

    private static void add(List<Fact> facts, String label, String text) {
        if (!text.isEmpty()) {
            facts.add(new Fact(label, text));
        }
    }

    private Document document(Terminal till, DocumentVersion version, TillWords said) {
        TillsMessages words = words();
        Object held = till.documents().get(version.kind().word());
        boolean current = held instanceof Number number && number.longValue() >= version.version();
        State state = held == null
                ? new State(words.d_unknown(), "")
                : current ? new State(words.d_current(), "good") : new State(words.d_behind(), "warn");
        return new Document(
                said.document(version.kind().word()),
                held == null ? "\u2013" : held.toString(),
                Long.toString(version.version()),
                state);
    }

    /** What became of the code, while the till was never switched on or a new code waits; else empty. */
    private String activation(Terminal till, Formats formats) {
        TillsMessages words = words();
        Activation activation = till.activation();
        return switch (activation.state()) {
            case WAITING ->
                words.act_waiting()
                        + (activation.expiresAt() == null
                                ? ""
                                : " · " + words.a_until(formats.moment(activation.expiresAt())))
                        + (activation.wrongTries() == 0
                                ? ""
                                : " · " + words.a_tries(Integer.toString(activation.wrongTries())));
            case SPENT -> words.act_spent();
            case EXPIRED -> till.status() == Status.CREATED ? words.act_expired() : "";
            case USED -> "";
        };
    }

    private Links links(Terminal till) {
        String base = "tills/" + till.id() + "/";
        boolean lives = till.status() != Status.REVOKED;
        return new Links(
                lives ? frames.href(base + "code") : "",
                till.status() == Status.ACTIVE ? frames.href(base + "block") : "",
                till.status() == Status.BLOCKED ? frames.href(base + "unblock") : "",
                TillWords.isOnline(till) && lives ? frames.href(base + "restart") : "",
                lives ? frames.href(base + "retire") : "");
    }

    private TillsMessages words() {
        return Words.in(TillsMessages.class, shop.locale());
    }
}
