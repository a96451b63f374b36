package io.tillgate.terminals.domain;

import io.tillgate.shared.TerminalId;
import java.util.Optional;
import java.util.regex.Pattern;

/** The topics of one terminal: it publishes below {@code up/}, subscribes below {@code dn/}, of its own root only. */
public final class TerminalTopics {
    private static final Pattern CHANNEL = Pattern.compile("[a-z]{1,16}");
    private static final int FILTER_LENGTH_MAX = 200;
    private final String up;
    private final String dn;

    public TerminalTopics(TerminalId terminal) {
        String root = "tillgate/v1/" + terminal + "/";
        up = root + "up/";
        dn = root + "dn/";
    }

    public String uplink(String channel) {
        return up + channel;
    }

    public String downlink(String channel) {
        return dn + channel;
    }

    /** The channel of a topic of its own, or empty: another's topic and a topic of the other direction look the same. */
    public Optional<String> channelOf(String topic) {
        if (!topic.startsWith(up)) {
            return Optional.empty();
        }
        String channel = topic.substring(up.length());
        return CHANNEL.matcher(channel).matches() ? Optional.of(channel) : Optional.empty();
    }

    public enum Grant {
        GRANTED,
        NOT_YOURS,
        SHARED,
        INVALID
    }

    public Grant judge(String filter) {
        if (filter.startsWith("$share/")) {
            return Grant.SHARED;
        }
        if (filter.isEmpty() || filter.length() > FILTER_LENGTH_MAX || !isWellFormed(filter)) {
            return Grant.INVALID;
        }
        return filter.startsWith(dn) && filter.length() > dn.length() ? Grant.GRANTED : Grant.NOT_YOURS;
    }

    /** MQTT 5, section 4.7: does a topic match a filter. Both are taken as well formed. */
    public static boolean matches(String filter, String topic) {
        int f = 0;
        int t = 0;
        while (f < filter.length()) {
            char c = filter.charAt(f);
            if (c == '#') {
                return true;
            }
            if (c == '+') {
                while (t < topic.length() && topic.charAt(t) != '/') {
                    t++;
                }
                f++;
            } else if (t < topic.length() && topic.charAt(t) == c) {
                f++;
                t++;
            } else {
                return t == topic.length() && filter.startsWith("/#", f);
            }
        }
        return t == topic.length();
    }

    private static boolean isWellFormed(String filter) {
        for (int i = 0; i < filter.length(); i++) {
            char c = filter.charAt(i);
            boolean wildcard = c == '#' || c == '+';
            boolean startsLevel = i == 0 || filter.charAt(i - 1) == '/';
            boolean endsLevel = i == filter.length() - 1 || filter.charAt(i + 1) == '/';
            boolean misplaced = wildcard && !(startsLevel && endsLevel);
            boolean early = c == '#' && i != filter.length() - 1;
            if (c == 0 || misplaced || early) {
                return false;
            }
        }
        return true;
    }
}
