package io.tillgate.portal.frame;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.PortalPath;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.ProblemCode.Category;
import io.tillgate.shared.Refusal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does what a form asks once, however often the form is sent: twice, from the back button, from a second window. Who sends it
 * again is shown what the first sending did. A refusal shows the form again with what is wrong; nothing is remembered of it then.
 */
@RequestScoped
public class Forms {
    private static final int UNPROCESSABLE = 422;

    /** A script would follow a redirect unseen, and what the page says once would be said to it. */
    private static final String BY_SCRIPT = "X-Upload";

    private final Frames frames;
    private final SentForms sent;
    private final ProblemWords problems;
    private final RoutingContext request;

    Forms(Frames frames, SentForms sent, ProblemWords problems, RoutingContext request) {
        this.frames = frames;
        this.sent = sent;
        this.problems = problems;
        this.request = request;
    }

    /**
     * What an action came to.
     *
     * @param path of the page that shows the result, below the portal's address
     * @param said what the page says of it
     * @param amber whether it did not come about, which is final for this form
     */
    public record Done(String path, String said, boolean amber) {
        public Done(String path, String said) {
            this(path, said, false);
        }

        /** Asked, answered, and not done: sending the form again gets the same answer. */
        public static Done not(String path, String said) {
            return new Done(path, said, true);
        }
    }

    /**
     * @param token the form's own, as {@code {once:token}} named it
     * @param again the form with its mistakes; null where there is no form to show, then a refusal is the answer
     */
    public Uni<Response> once(
            @Nullable String token, Supplier<Uni<Done>> action, Function<Mistakes, Uni<TemplateInstance>> again) {
        UUID form = form(token);
        Caller caller = frames.caller();
        return sent.claim(caller, form)
                .chain(before -> before.isEmpty()
                        ? act(caller, form, action, again)
                        : Uni.createFrom().item(() -> shownBefore(before.get())));
    }

    /**
     * What can be shown this once only, such as a code that nothing keeps: the page is the answer itself.
     *
     * @param path where whoever sends the form again is led to
     */
    public record Shown(String path, String said, Uni<TemplateInstance> page) {}

    public Uni<Response> onceShowing(
            @Nullable String token, Supplier<Uni<Shown>> action, Function<Mistakes, Uni<TemplateInstance>> again) {
        UUID form = form(token);
        Caller caller = frames.caller();
        return sent.claim(caller, form)
                .chain(before -> before.isPresent()
                        ? Uni.createFrom().item(() -> shownBefore(before.get()))
                        : Uni.createFrom()
                                .deferred(action::get)
                                .call(shown -> sent.finished(caller, form, frames.href(shown.path()), shown.said()))
                                .chain(Shown::page)
                                .chain(TemplateInstance::createUni)
                                .map(html -> Response.ok(html, NoticePage.HTML).build())
                                .onFailure()
                                .call(failed -> sent.withdrawn(caller, form))
                                .onFailure(Forms::mayBeCorrected)
                                .recoverWithUni(refused -> refused(again.apply(mistakes((Refusal) refused)))));
    }

    /** A page that refuses in its form's place. */
    public Uni<Response> refused(Uni<TemplateInstance> page) {
        return page.chain(TemplateInstance::createUni)
                .map(html -> Response.status(UNPROCESSABLE)
                        .type(NoticePage.HTML)
                        .entity(html)
                        .build());
    }

    /** What a refusal says to a person. */
    public Mistakes mistakes(Refusal refusal) {
        return problems.mistakes(refusal, frames.locale());
    }

    private Uni<Response> act(
            Caller caller, UUID form, Supplier<Uni<Done>> action, Function<Mistakes, Uni<TemplateInstance>> again) {
        return Uni.createFrom()
                .deferred(action::get)
                .chain(done -> sent.finished(caller, form, frames.href(done.path()), done.said())
                        .replaceWith(() -> shown(frames.href(done.path()), new Flash(done.amber(), done.said()))))
                .onFailure()
                .call(failed -> sent.withdrawn(caller, form))
                .onFailure(Forms::mayBeCorrected)
                .recoverWithUni(refused -> refused(again.apply(mistakes((Refusal) refused))));
    }

    private Response shownBefore(SentForms.Result result) {
        PortalMessages words = HomeViews.words(frames.locale());
        return result.location() == null
                ? shown(frames.href(""), new Flash(true, words.sent_before_unknown()))
                : shown(result.location(), new Flash(false, words.sent_before() + " " + result.said()));
    }

    private Response shown(String location, Flash flash) {
        Flash.leave(request, PortalPath.of(frames.slug()), flash);
        return request.request().getHeader(BY_SCRIPT) == null
                ? Response.seeOther(URI.create(location)).build()
                : Response.noContent().header(HttpHeaders.LOCATION, location).build();
    }

    private static boolean mayBeCorrected(Throwable failed) {
        return failed instanceof Refusal refusal
                && refusal.code().category() != Category.NOT_FOUND
                && refusal.code() != CommonProblem.FORBIDDEN
                && refusal.code() != CommonProblem.TENANT_SUSPENDED;
    }

    private static UUID form(@Nullable String token) {
        try {
            return UUID.fromString(token == null ? "" : token);
        } catch (IllegalArgumentException notOurs) {
            return UUID.randomUUID();
        }
    }
}
