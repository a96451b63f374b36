package io.tillgate.portal.acquirer;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.portal.frame.Frame;
import io.tillgate.portal.frame.Frame.Crumb;
import io.tillgate.portal.frame.Frames;
import io.tillgate.portal.frame.Heading;
import io.tillgate.tenancy.BusinessClock;
import jakarta.enterprise.context.RequestScoped;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What every page of the acquirer's face begins with. */
@RequestScoped
class Desks {
    private final Frames frames;
    private final Codes codes;
    private final BusinessClock clock;
    private @Nullable Desk desk;

    Desks(Frames frames, Codes codes, BusinessClock clock) {
        this.frames = frames;
        this.codes = codes;
        this.clock = clock;
    }

    Desk desk() {
        if (desk == null) {
            desk = new Desk(
                    frames.caller(),
                    frames.locale(),
                    frames.formats(),
                    codes,
                    frames.href(""),
                    clock.now(frames.caller().tenant()));
        }
        return desk;
    }

    /** A page of a place. */
    Uni<TemplateInstance> page(String place, String title, BiFunction<Frame, Desk, TemplateInstance> template) {
        return frames.page(Heading.of(place, title), frame -> template.apply(frame, desk()));
    }

    /** A page below the list of its place. */
    Uni<TemplateInstance> below(Way way, String title, BiFunction<Frame, Desk, TemplateInstance> template) {
        return frames.page(
                Heading.of(way.place(), title, new Crumb(way.label(), "desk/" + way.path())),
                frame -> template.apply(frame, desk()));
    }

    /** The list that a page stands below. */
    record Way(String place, String label, String path) {}
}
