package io.tillgate.launcher.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Things to be done once each: at once, or at a later look where that fails. None keeps another from its turn. Of each the
 * first failure is said, the same words only once in a row. For one thread.
 */
final class Tries {
    /** Pauses between two tries double up to this many looks: what is away for long need not be asked at each. */
    static final int PAUSE_MAX = 20;

    private final Consumer<String> trouble;
    private final List<Owed> owed = new ArrayList<>();
    private String said = "";

    Tries(Consumer<String> trouble) {
        this.trouble = trouble;
    }

    /** Tries it now; it may itself begin others. */
    void begin(Runnable act) {
        Owed first = new Owed(act);
        if (!isDone(first)) {
            owed.add(first);
        }
    }

    /** Tries again what failed before, where its pause is over. */
    void look() {
        for (Owed one : List.copyOf(owed)) {
            if (one.isDue() && isDone(one)) {
                owed.remove(one);
            }
        }
    }

    private boolean isDone(Owed one) {
        try {
            one.act.run();
            return true;
        } catch (RuntimeException away) {
            String words = String.valueOf(away.getMessage());
            if (one.pause == 0 && !words.equals(said)) {
                said = words;
                trouble.accept(words);
            }
            one.pauseLonger();
            return false;
        }
    }

    private static final class Owed {
        private final Runnable act;
        private int pause;
        private int left;

        Owed(Runnable act) {
            this.act = act;
        }

        boolean isDue() {
            left--;
            return left <= 0;
        }

        void pauseLonger() {
            pause = Math.clamp(pause * 2L, 1, PAUSE_MAX);
            left = pause;
        }
    }
}
