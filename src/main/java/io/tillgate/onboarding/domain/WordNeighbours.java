package io.tillgate.onboarding.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds words that differ from a given one by one letter: changed, missing, added, or swapped with the next. */
final class WordNeighbours {
    private static final int LENGTH_MIN = 5;

    private final Map<Integer, List<String>> byLength = new HashMap<>();

    WordNeighbours(Collection<String> vocabulary) {
        for (String word : vocabulary) {
            byLength.computeIfAbsent(word.length(), length -> new ArrayList<>()).add(word);
        }
    }

    /** Empty for words shorter than {@value #LENGTH_MIN} letters: there one letter makes another word. */
    List<String> of(String word) {
        List<String> found = new ArrayList<>();
        if (word.length() >= LENGTH_MIN) {
            for (int length = word.length() - 1; length <= word.length() + 1; length++) {
                for (String other : byLength.getOrDefault(length, List.of())) {
                    if (oneLetterApart(word, other)) {
                        found.add(other);
                    }
                }
            }
        }
        return found;
    }

    static boolean oneLetterApart(String a, String b) {
        int start = 0;
        int shorter = Math.min(a.length(), b.length());
        while (start < shorter && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
            end++;
        }
        int leftOfA = a.length() - start - end;
        int leftOfB = b.length() - start - end;
        if (Math.max(leftOfA, leftOfB) <= 1) {
            return true;
        }
        return leftOfA == 2
                && leftOfB == 2
                && a.charAt(start) == b.charAt(start + 1)
                && a.charAt(start + 1) == b.charAt(start);
    }
}
