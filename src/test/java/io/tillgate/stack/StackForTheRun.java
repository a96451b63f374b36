package io.tillgate.stack;

import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts the stack before the first test class is loaded, and so before Quarkus reads its configuration, and stops it after
 * the last. Only Failsafe's run asks for it ({@code tillgate.stack=true}); fast tests never wait for it.
 */
public final class StackForTheRun implements LauncherSessionListener {
    private @Nullable Stack stack;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (Boolean.getBoolean("tillgate.stack") && stack == null) {
            stack = Stack.start();
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (stack != null) {
            stack.close();
            stack = null;
        }
    }
}
