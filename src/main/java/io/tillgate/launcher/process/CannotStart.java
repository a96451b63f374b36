package io.tillgate.launcher.process;

/** Something that keeps us from starting or going on. The message is one line for a person: what, where, what to do. */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotStart(String line) {
        super(line, null, false, false);
    }

    public CannotStart(String line, Throwable cause) {
        super(line, cause);
    }

    public String line() {
        String message = getMessage();
        return message == null ? "cannot start" : message;
    }
}
