package io.tillgate.launcher.demo;

/** A step did not have its effect. The message says what was expected and what was seen. */
public final class StoryBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoryBroken(String message) {
        super(message);
    }

    public static void unless(boolean holds, String message) {
        if (!holds) {
            throw new StoryBroken(message);
        }
    }
}
