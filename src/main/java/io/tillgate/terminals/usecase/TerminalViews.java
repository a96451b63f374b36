package io.tillgate.terminals.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.http.Page;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.shared.TerminalId;
import io.tillgate.terminals.Fleet;
import io.tillgate.terminals.Terminal;
import io.tillgate.terminals.TerminalCommand;
import io.tillgate.terminals.TerminalEvent;

/** Terminals as people see them. Another's id is {@code NOT_FOUND}. */
public interface TerminalViews {
    Uni<Terminal> find(Scope scope, TerminalId terminal);

    Uni<Page<Terminal>> list(Scope scope, PageRequest request);

    Uni<Page<Terminal>> fleet(Scope scope, Fleet.Asked asked, PageRequest request);

    Uni<Fleet.Counts> counts(Scope scope);

    Uni<Page<TerminalEvent>> events(Scope scope, TerminalId terminal, PageRequest request);

    Uni<Page<TerminalCommand>> commands(Scope scope, TerminalId terminal, PageRequest request);
}
