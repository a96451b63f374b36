package io.tillgate.onboarding.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.onboarding.Document;
import io.tillgate.onboarding.OnboardingProblem;
import io.tillgate.onboarding.domain.ApplicationCommand;
import io.tillgate.onboarding.store.PostgresEvidenceStore;
import io.tillgate.onboarding.usecase.MovingApplications.Move;
import io.tillgate.platform.Ids;
import io.tillgate.platform.audit.AuditEntry.Actor;
import io.tillgate.platform.files.Files;
import io.tillgate.platform.files.Files.OpenedFile;
import io.tillgate.platform.files.NewFile;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.persistence.Records;
import io.tillgate.platform.persistence.Scope;
import io.tillgate.platform.persistence.TenantTransaction;
import io.tillgate.shared.ApplicationId;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Documents of an application: what a file is, its first bytes say. */
@ApplicationScoped
public class KeepingDocuments {
    private final TenantTransaction transactions;
    private final ReadingApplications reading;
    private final MovingApplications moving;
    private final PostgresEvidenceStore evidence;
    private final Files files;
    private final Ids ids;
    private final Clock clock;

    KeepingDocuments(
            TenantTransaction transactions,
            ReadingApplications reading,
            MovingApplications moving,
            PostgresEvidenceStore evidence,
            Files files,
            Ids ids,
            Clock clock) {
        this.transactions = transactions;
        this.reading = reading;
        this.moving = moving;
        this.evidence = evidence;
        this.files = files;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A file as it came.
     *
     * @param contentType without parameters
     */
    public record Upload(String name, String contentType, byte[] bytes) {}

    public Uni<Document> add(Caller caller, ApplicationId id, Upload upload) {
        Move move = new Move(Actor.of(caller), "application.add-document", new ApplicationCommand.AddDocument());
        return transactions.records(
                Scope.tenant(caller.tenant()),
                tx -> reading.forChange(tx, caller, id)
                        .invoke(KeepingDocuments::refuseTooMany)
                        .chain(known -> moving.move(tx, known, move))
                        .chain(moved -> keep(tx, moved.known(), upload)));
    }

    public Uni<OpenedFile> open(Caller caller, ApplicationId id, UUID document) {
        return reading.get(caller, id)
                .map(standing -> standing.known().documents().stream()
                        .filter(each -> each.id().equals(document))
                        .findFirst()
                        .orElseThrow(() -> new Refusal(CommonProblem.NOT_FOUND, "there is no such document")))
                .chain(found -> transactions.records(
                        Scope.tenant(caller.tenant()), tx -> files.open(tx, caller.tenant(), found.file())))
                .map(opened ->
                        opened.orElseThrow(() -> new Refusal(CommonProblem.NOT_FOUND, "there is no such document")));
    }

    private Uni<Document> keep(Records tx, Known known, Upload upload) {
        return files.store(
                        tx,
                        new NewFile(
                                known.application().tenant(),
                                null,
                                upload.name(),
                                upload.contentType(),
                                upload.bytes()))
                .map(file -> new Document(
                        ids.next(), file, upload.name(), upload.contentType(), upload.bytes().length, clock.instant()))
                .call(document -> evidence.addDocument(tx, known.application(), document));
    }

    private static void refuseTooMany(Known known) {
        if (known.documents().size() >= Document.COUNT_MAX) {
            throw new Refusal(
                    OnboardingProblem.TOO_MANY_DOCUMENTS,
                    "an application holds at most " + Document.COUNT_MAX + " documents");
        }
    }
}
