package io.tillgate.platform.http;

import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.ProblemCode;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** What the framework refuses before any code of ours is asked, as problems: the status is the framework's. */
final class FrameworkProblems {
    private FrameworkProblems() {}

    private record Words(ProblemCode code, String detail) {}

    static Problem of(int status, UriInfo uri) {
        return at(status, uri.getPath());
    }

    static Problem at(int status, String path) {
        Words words = words(status);
        Problem problem = Problem.of(words.code(), words.detail(), List.of(), path);
        return new Problem(
                problem.type(),
                problem.title(),
                status,
                problem.detail(),
                problem.code(),
                problem.instance(),
                problem.correlationId(),
                List.of());
    }

    private static Words words(int status) {
        return switch (status) {
            case 401 -> new Words(CommonProblem.UNAUTHENTICATED, "sign in, or send a valid bearer token");
            case 403 -> new Words(CommonProblem.FORBIDDEN, "your role does not allow this");
            case 404 -> new Words(CommonProblem.NOT_FOUND, "there is nothing under this address");
            case 405 -> new Words(CommonProblem.METHOD_NOT_ALLOWED, "this address does not know this method");
            case 406 ->
                new Words(CommonProblem.MEDIA_TYPE, "the answer comes in none of the media types that Accept names");
            case 413 -> new Words(CommonProblem.TOO_LARGE, "the body is larger than this operation takes");
            case 414 -> new Words(CommonProblem.TOO_LARGE, "the address is longer than 4096 bytes");
            case 431 -> new Words(CommonProblem.TOO_LARGE, "the headers are larger than 16384 bytes");
            case 415 ->
                new Words(CommonProblem.MEDIA_TYPE, "the body comes as a media type that this operation does not take");
            case 429 -> new Words(CommonProblem.RATE_LIMITED, "too many requests: try again later");
            case 503 -> new Words(CommonProblem.UNAVAILABLE, "this is not available now: try again later");
            default -> new Words(CommonProblem.MALFORMED, "the request cannot be read");
        };
    }
}
