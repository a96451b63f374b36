package io.tillgate.terminals.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.catalogue.Catalogue;
import io.tillgate.catalogue.DocumentKind;
import io.tillgate.catalogue.DocumentPage;
import io.tillgate.catalogue.Owner;
import io.tillgate.shared.Refusal;
import io.tillgate.terminals.DocumentSource;
import io.tillgate.terminals.TerminalIdentity;
import io.tillgate.terminals.TerminalProblem;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The catalogue's documents, as a terminal's store sees them; pages small enough for one packet. */
@ApplicationScoped
class CatalogueDocuments implements DocumentSource {
    private static final int PAGE_ITEMS = 60;

    private final Catalogue catalogue;

    CatalogueDocuments(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Set<String> kinds() {
        return Arrays.stream(DocumentKind.values()).map(DocumentKind::word).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Uni<List<Version>> versions(TerminalIdentity terminal) {
        return catalogue
                .versions(owner(terminal), terminal.store())
                .map(all -> all.stream()
                        .map(v -> new Version(
                                v.kind().word(), v.version(), v.hash().toUpperCase(Locale.ROOT), v.size()))
                        .toList());
    }

    @Override
    public Uni<Page> changes(TerminalIdentity terminal, Asked asked) {
        DocumentKind kind = DocumentKind.ofWord(asked.kind())
                .orElseThrow(() -> new Refusal(TerminalProblem.NO_SUCH_DOCUMENT, "there is no document of this kind"));
        var feed = new Catalogue.Feed(terminal.store(), kind);
        return catalogue
                .changesSince(owner(terminal), feed, asked.since(), new Catalogue.Slice(asked.after(), PAGE_ITEMS))
                .map(CatalogueDocuments::page);
    }

    private static Page page(DocumentPage page) {
        List<JsonObject> items = page.items().stream()
                .map(item -> new JsonObject(item.toString()))
                .toList();
        return new Page(page.kind().word(), page.version(), items, page.next());
    }

    private static Owner owner(TerminalIdentity terminal) {
        return new Owner(terminal.tenant(), terminal.merchant());
    }
}
