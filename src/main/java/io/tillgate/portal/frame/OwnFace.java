package io.tillgate.portal.frame;

import io.quarkus.arc.All;
import io.quarkus.security.UnauthorizedException;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.CurrentCaller;
import io.tillgate.platform.identity.TenantDirectory;
import io.tillgate.shared.Refusal;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody who was refused a page may open instead. Only after the refusal: until then nobody has looked who asks. */
@RequestScoped
class OwnFace {
    private final CurrentCaller current;
    private final TenantDirectory directory;
    private final List<Face> faces;

    OwnFace(CurrentCaller current, TenantDirectory directory, @All List<Face> faces) {
        this.current = current;
        this.directory = directory;
        this.faces = List.copyOf(faces);
    }

    /** Who asks, in words. */
    record Known(String username, String roles, String face) {}

    /** Empty for somebody without a role, or of another portal. */
    Optional<Known> of(String slug, Locale locale) {
        try {
            Caller caller = current.get();
            boolean here = directory
                    .bySlug(slug)
                    .filter(realm -> realm.tenant().equals(caller.tenant()))
                    .isPresent();
            return faces.stream()
                    .filter(face -> here && face.isFor(caller))
                    .findFirst()
                    .map(face -> new Known(
                            caller.username(),
                            HomeViews.roleNames(caller, HomeViews.words(locale)),
                            face.called(locale)));
        } catch (UnauthorizedException | Refusal nobody) {
            return Optional.empty();
        }
    }
}
