package io.tillgate.shared;

import java.util.List;

/**
 * A no with a stable code on its way to the transport that asked. It carries no stack: it is an answer, not a fault.
 * The detail is safe to show: it says what, where and what to do, and holds no card number, SQL or class name.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemCode code;
    private final transient List<Violation> violations;

    public Refusal(ProblemCode code, String detail) {
        this(code, detail, List.of());
    }

    public Refusal(ProblemCode code, String detail, List<Violation> violations) {
        super(detail, null, false, false);
        this.code = code;
        this.violations = List.copyOf(violations);
    }

    public ProblemCode code() {
        return code;
    }

    public String detail() {
        String message = getMessage();
        return message == null ? code.code() : message;
    }

    public List<Violation> violations() {
        return violations;
    }

    /**
     * One thing to fix.
     *
     * @param path where, as a JSON pointer into the request
     * @param code what, stable for machines
     * @param message what to do, for people
     */
    public record Violation(String path, String code, String message) {}
}
