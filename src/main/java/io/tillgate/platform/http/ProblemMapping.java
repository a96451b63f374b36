package io.tillgate.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.identity.RealmReach;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.ProblemCode;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.Refusal.Violation;
import io.vertx.ext.web.RoutingContext;
import io.vertx.pgclient.PgException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where failures become problems. No answer shows a stack, SQL or a class name. */
class ProblemMapping {
    private static final Logger LOG = Logger.getLogger(ProblemMapping.class);
    private static final int CAUSES_MAX = 10;
    private static final String NOTHING_HERE = "there is nothing under this address";

    private final RealmReach realms;

    ProblemMapping(RealmReach realms) {
        this.realms = realms;
    }

    @ServerExceptionMapper
    Response refusal(Refusal refusal, UriInfo uri) {
        return answer(refusal.code(), refusal.detail(), refusal.violations(), uri);
    }

    @ServerExceptionMapper
    Uni<Response> unauthenticated(UnauthorizedException fault, UriInfo uri, RoutingContext request) {
        return toSignIn(request, uri);
    }

    @ServerExceptionMapper
    Uni<Response> unauthenticated(AuthenticationFailedException fault, UriInfo uri, RoutingContext request) {
        return toSignIn(request, uri);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException fault, UriInfo uri) {
        return answer(CommonProblem.FORBIDDEN, "your role does not allow this", List.of(), uri);
    }

    @ServerExceptionMapper
    Response stale(OptimisticLockException fault, UriInfo uri) {
        return answer(CommonProblem.STALE, "somebody else changed this meanwhile: read it again", List.of(), uri);
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException fault, UriInfo uri) {
        List<Violation> violations = fault.getConstraintViolations().stream()
                .map(ProblemMapping::violation)
                .sorted(java.util.Comparator.comparing(Violation::path))
                .toList();
        Violation first = violations.getFirst();
        String others = violations.size() == 1 ? "" : ", and " + (violations.size() - 1) + " more";
        String place = first.path().isEmpty() ? "the body" : first.path().substring(1);
        return answer(CommonProblem.VALIDATION, place + " " + first.message() + others, violations, uri);
    }

    @ServerExceptionMapper
    Response unknownField(UnrecognizedPropertyException fault, UriInfo uri) {
        return malformed("there is no field \"" + fault.getPropertyName() + "\" here", pointer(fault), uri);
    }

    @ServerExceptionMapper
    Response mismatched(MismatchedInputException fault, UriInfo uri) {
        return malformed("this field is missing or of the wrong type", pointer(fault), uri);
    }

    @ServerExceptionMapper
    Response notJson(JsonProcessingException fault, UriInfo uri) {
        String where = fault.getLocation() == null
                ? ""
                : " near line " + fault.getLocation().getLineNr() + ", column "
                        + fault.getLocation().getColumnNr();
        return answer(CommonProblem.MALFORMED, "the body is not valid JSON" + where, List.of(), uri);
    }

    @ServerExceptionMapper
    Response framework(WebApplicationException fault, UriInfo uri) {
        if (fault.getCause() instanceof JsonMappingException mapping) {
            return mapping instanceof UnrecognizedPropertyException unknown
                    ? unknownField(unknown, uri)
                    : malformed("this field is missing or of the wrong type", pointer(mapping), uri);
        }
        if (fault.getCause() instanceof JsonProcessingException json) {
            return notJson(json, uri);
        }
        int status = fault.getResponse().getStatus();
        if (status < 400) {
            return fault.getResponse();
        }
        if (fault instanceof NotFoundException && fault.getCause() != null) {
            return parameter(fault.getCause(), uri);
        }
        return Response.fromResponse(fault.getResponse())
                .type(Problem.MEDIA_TYPE)
                .entity(FrameworkProblems.of(status, uri))
                .build();
    }

    /** The framework could not read a parameter: of the path, then nothing has this address; of the query, then say which. */
    private static Response parameter(Throwable unreadable, UriInfo uri) {
        String said = String.valueOf(unreadable.getMessage());
        return uri.getQueryParameters().entrySet().stream()
                .filter(parameter -> parameter.getValue().stream().anyMatch(said::contains))
                .findFirst()
                .map(parameter -> invalid("/" + parameter.getKey(), parameter.getKey() + " cannot be read", uri))
                .orElseGet(() -> answer(CommonProblem.NOT_FOUND, NOTHING_HERE, List.of(), uri));
    }

    private static Response invalid(String pointer, String message, UriInfo uri) {
        return answer(
                CommonProblem.VALIDATION,
                message,
                List.of(new Violation(pointer, CommonProblem.MALFORMED.code(), message)),
                uri);
    }

    @ServerExceptionMapper
    Response fault(Throwable fault, UriInfo uri) {
        if (holdsWhatNoTextHolds(fault)) {
            return answer(CommonProblem.MALFORMED, "the request holds U+0000, which no text here does", List.of(), uri);
        }
        LOG.errorf(fault, "an operation failed: %s", uri.getPath());
        return answer(
                CommonProblem.UNAVAILABLE, "this failed on our side; nothing was changed, try again", List.of(), uri);
    }

    /** Without the realm that would have to sign the person in, nothing but time helps. */
    private Uni<Response> toSignIn(RoutingContext request, UriInfo uri) {
        return SignIn.redirect(request)
                .call(sent -> sent.isPresent()
                        ? realms.ofPortal(uri.getPath())
                        : Uni.createFrom().voidItem())
                .map(sent -> sent.orElseGet(() -> unauthenticated(uri)))
                .onFailure(RuntimeException.class)
                .recoverWithItem(fault -> nobodySignsIn(fault, uri));
    }

    private Response nobodySignsIn(Throwable fault, UriInfo uri) {
        LOG.warnf("nobody can sign in at %s: %s", uri.getPath(), fault.getMessage());
        return answer(
                CommonProblem.UNAVAILABLE,
                "nobody can sign in at the moment; nothing was changed, try again",
                List.of(),
                uri);
    }

    private Response unauthenticated(UriInfo uri) {
        return Response.fromResponse(
                        answer(CommonProblem.UNAUTHENTICATED, "sign in, or send a valid bearer token", List.of(), uri))
                .header("WWW-Authenticate", "Bearer")
                .build();
    }

    private static Response malformed(String message, String pointer, UriInfo uri) {
        return answer(
                CommonProblem.MALFORMED,
                message + (pointer.isEmpty() ? "" : ": " + pointer),
                List.of(new Violation(pointer, CommonProblem.MALFORMED.code(), message)),
                uri);
    }

    private static Response answer(ProblemCode code, String detail, List<Violation> violations, UriInfo uri) {
        Problem problem = Problem.of(code, detail, violations, uri.getPath());
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }

    private static Violation violation(ConstraintViolation<?> broken) {
        String path = broken.getPropertyPath().toString();
        int method = path.indexOf('.');
        int argument = path.indexOf('.', method + 1);
        String field = argument < 0 ? path.substring(method + 1) : path.substring(argument + 1);
        String constraint = broken.getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return new Violation(
                isWholeBody(broken)
                        ? ""
                        : "/" + field.replace('.', '/').replace("[", "/").replace("]", ""),
                constraint.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(java.util.Locale.ROOT),
                broken.getMessage());
    }

    /** PostgreSQL keeps no U+0000: what came in a file or another text is found out there. */
    private static boolean holdsWhatNoTextHolds(Throwable fault) {
        return Stream.<Throwable>iterate(fault, Objects::nonNull, Throwable::getCause)
                .limit(CAUSES_MAX)
                .anyMatch(each -> each instanceof PgException database && "22021".equals(database.getSqlState()));
    }

    /** No body at all: bodies are records, other parameters are not. */
    private static boolean isWholeBody(ConstraintViolation<?> broken) {
        Iterator<Path.Node> path = broken.getPropertyPath().iterator();
        Path.Node operation = path.next();
        Path.Node parameter = path.hasNext() ? path.next() : operation;
        return !path.hasNext()
                && operation.getKind() == ElementKind.METHOD
                && parameter.getKind() == ElementKind.PARAMETER
                && operation
                        .as(Path.MethodNode.class)
                        .getParameterTypes()
                        .get(parameter.as(Path.ParameterNode.class).getParameterIndex())
                        .isRecord();
    }

    private static String pointer(JsonMappingException fault) {
        return fault.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .map(Objects::toString)
                .collect(Collectors.joining("/", fault.getPath().isEmpty() ? "" : "/", ""));
    }
}
