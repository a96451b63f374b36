package io.tillgate.terminals;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.identity.Caller;
import io.tillgate.shared.TenantId;
import io.tillgate.shared.TerminalId;
import io.tillgate.terminals.usecase.CertificateAuthorities;
import io.tillgate.terminals.usecase.CommandingTerminals;
import io.tillgate.terminals.usecase.CreatingTerminals;
import io.tillgate.terminals.usecase.RevokingTerminals;
import io.tillgate.terminals.usecase.TerminalStore;
import io.tillgate.terminals.usecase.TerminalViews;
import jakarta.enterprise.context.ApplicationScoped;

/** The front door of terminals. Every refusal is one of {@link TerminalProblem} or a common one. */
@ApplicationScoped
public class Terminals {
    private final CreatingTerminals creating;
    private final RevokingTerminals revoking;
    private final CommandingTerminals commanding;
    private final TerminalViews views;
    private final TerminalStore store;
    private final CertificateAuthorities authorities;

    Terminals(
            CreatingTerminals creating,
            RevokingTerminals revoking,
            CommandingTerminals commanding,
            TerminalViews views,
            TerminalStore store,
            CertificateAuthorities authorities) {
        this.creating = creating;
        this.revoking = revoking;
        this.commanding = commanding;
        this.views = views;
        this.store = store;
        this.authorities = authorities;
    }

    /** The terminal and its activation code, which is shown this once. */
    public Uni<NewTerminal> create(Caller caller, CreateTerminal command) {
        return creating.create(caller, command);
    }

    /** A new code; the old one is dead. The certificate it has stays until the new code is used. */
    public Uni<NewTerminal> newActivationCode(Caller caller, TerminalId terminal) {
        return creating.newActivationCode(caller, terminal);
    }

    /** Ends its certificates and, within two seconds, its connection. Revoking again does nothing. */
    public Uni<Terminal> revoke(Caller caller, TerminalId terminal) {
        return revoking.revoke(caller, terminal);
    }

    /** Accepted when this answers; the terminal gets it when it is there. */
    public Uni<TerminalCommand> command(Caller caller, SendCommand command) {
        return commanding.send(caller, command);
    }

    public Uni<Terminal> find(Caller caller, TerminalId terminal) {
        return views.find(caller.scope(), terminal);
    }

    /** Newest last. */
    public Uni<Page<Terminal>> list(Caller caller, PageRequest request) {
        return views.list(caller.scope(), request);
    }

    /** Newest first. */
    public Uni<Page<TerminalEvent>> events(Caller caller, TerminalId terminal, PageRequest request) {
        return views.events(caller.scope(), terminal, request);
    }

    /** Newest first. */
    public Uni<Page<TerminalCommand>> commands(Caller caller, TerminalId terminal, PageRequest request) {
        return views.commands(caller.scope(), terminal, request);
    }

    /** For other capabilities; refuses {@code NOT_FOUND}. */
    public Uni<TerminalIdentity> identity(TenantId tenant, TerminalId terminal) {
        return store.identity(tenant, terminal);
    }

    /** Makes the tenant's certificate authority if there is none yet. */
    public Uni<Void> ensureAuthority(TenantId tenant) {
        return authorities.ensureAuthority(tenant);
    }
}
