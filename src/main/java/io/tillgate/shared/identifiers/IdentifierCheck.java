package io.tillgate.shared.identifiers;

/** What can be said of a number without asking the one who issued it. */
public sealed interface IdentifierCheck {
    /** The number follows its standard and its check digit agrees. */
    record Proven(String normalised, String standard) implements IdentifierCheck {}

    /** The form is right, but no check digit proves it: a person should look. */
    record Unproven(String normalised, String reason) implements IdentifierCheck {}

    /**
     * The number cannot exist.
     *
     * @param code stable, for machines: {@code FORMAT}, {@code LENGTH}, {@code CHECK_DIGIT}, {@code COUNTRY}
     * @param message what to do, for people; never repeats the number
     */
    record Wrong(String code, String message) implements IdentifierCheck {}

    default boolean acceptable() {
        return !(this instanceof Wrong);
    }
}
