package io.tillgate.portal.merchant.apply;

import io.smallrye.mutiny.Uni;
import io.tillgate.onboarding.Application;
import io.tillgate.onboarding.ApplicationStanding;
import io.tillgate.onboarding.ApplicationState;
import io.tillgate.onboarding.Applications;
import io.tillgate.platform.files.Files.OpenedFile;
import io.tillgate.platform.http.PageRequest;
import io.tillgate.portal.frame.Frames;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The application of the person who asks: the one that is open, else the last there was. */
@RequestScoped
class OwnApplication {
    private final Frames frames;
    private final Applications applications;

    OwnApplication(Frames frames, Applications applications) {
        this.frames = frames;
        this.applications = applications;
    }

    Uni<Optional<ApplicationStanding>> find() {
        return applications
                .list(frames.caller(), null, null, new PageRequest(PageRequest.LIMIT_MAX, null))
                .map(page -> newest(page.items()))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.<ApplicationStanding>empty())
                        : applications.get(frames.caller(), found.get().id()).map(Optional::of));
    }

    Uni<ApplicationStanding> get() {
        return find().map(found ->
                found.orElseThrow(() -> new Refusal(CommonProblem.NOT_FOUND, "you have no application")));
    }

    Uni<OpenedFile> document(UUID document) {
        return get().chain(standing ->
                applications.document(frames.caller(), standing.application().id(), document));
    }

    static boolean isEditable(ApplicationStanding standing) {
        ApplicationState state = standing.application().state();
        return state instanceof ApplicationState.Draft || state instanceof ApplicationState.NeedsInformation;
    }

    /** A withdrawn one is as none: who withdrew may begin again. */
    private static Optional<Application> newest(List<Application> all) {
        return all.stream()
                .filter(each -> !(each.state() instanceof ApplicationState.Withdrawn))
                .reduce((first, second) -> second);
    }
}
