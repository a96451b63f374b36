package io.tillgate.onboarding.domain;

import io.tillgate.onboarding.domain.ListedParty.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A sanctions list in memory, searchable by resemblance. Two names resemble each other by the weight of the words they
 * share: rare words weigh more (inverse frequency on the list), a word of five letters or more may differ by one
 * letter. The score is the harmonic mean of how much of either name the other covers, so neither "TRADING" alone nor one
 * shared surname makes a hit. Immutable; a search takes well under 5 ms.
 */
public final class SanctionsIndex {
    public static final int HIT_SCORE_MIN = 85;
    static final int HITS_MAX = 20;
    private static final double ONE_LETTER_OFF = 0.9;

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, List<Integer>> byWord = new HashMap<>();
    private final Map<String, List<Integer>> byJoined = new HashMap<>();
    private final WordNeighbours neighbours;
    private final double rarest;

    public SanctionsIndex(List<ListedParty> parties) {
        for (ListedParty party : parties) {
            for (String name : party.names()) {
                add(party, name);
            }
        }
        neighbours = new WordNeighbours(byWord.keySet());
        rarest = Math.log(entries.size() + 2.0);
    }

    private void add(ListedParty party, String name) {
        ComparableName comparable = ComparableName.of(name);
        if (comparable.words().isEmpty()) {
            return;
        }
        int index = entries.size();
        entries.add(new Entry(party, name, comparable.words()));
        comparable
                .words()
                .forEach(word ->
                        byWord.computeIfAbsent(word, w -> new ArrayList<>(1)).add(index));
        byJoined.computeIfAbsent(comparable.joined(), j -> new ArrayList<>(1)).add(index);
    }

    /** Number of names, other names included. */
    public int size() {
        return entries.size();
    }

    /** Best first, one a listed party, at most {@value #HITS_MAX}, none below {@value #HIT_SCORE_MIN}. */
    public List<SanctionsHit> screen(String name, Set<Kind> kinds) {
        ComparableName asked = ComparableName.of(name);
        Map<Integer, Double> shared = sharedWeights(asked.words());
        double askedWeight = weight(asked.words());
        Map<String, SanctionsHit> best = new HashMap<>();
        shared.forEach((index, weight) -> keepBest(best, hit(index, score(index, weight, askedWeight)), index, kinds));
        for (int index : byJoined.getOrDefault(asked.joined(), List.of())) {
            keepBest(best, hit(index, 100), index, kinds);
        }
        return best.values().stream()
                .sorted(Comparator.comparingInt(SanctionsHit::score).reversed().thenComparing(SanctionsHit::reference))
                .limit(HITS_MAX)
                .toList();
    }

    private Map<Integer, Double> sharedWeights(Set<String> words) {
        Map<Integer, Double> shared = new HashMap<>();
        for (String word : words) {
            List<Integer> exact = byWord.get(word);
            if (exact != null) {
                exact.forEach(index -> shared.merge(index, weight(word), Double::sum));
            } else {
                for (String near : neighbours.of(word)) {
                    byWord.getOrDefault(near, List.of())
                            .forEach(index -> shared.merge(index, weight(near) * ONE_LETTER_OFF, Double::sum));
                }
            }
        }
        return shared;
    }

    private int score(int index, double shared, double askedWeight) {
        double ofListed = Math.min(1, shared / weight(entries.get(index).words()));
        double ofAsked = Math.min(1, shared / askedWeight);
        return (int) Math.round(200 * ofListed * ofAsked / (ofListed + ofAsked));
    }

    private SanctionsHit hit(int index, int score) {
        Entry entry = entries.get(index);
        return new SanctionsHit(
                entry.party().reference(), entry.name(), entry.party().programme(), score);
    }

    private void keepBest(Map<String, SanctionsHit> best, SanctionsHit hit, int index, Set<Kind> kinds) {
        if (hit.score() >= HIT_SCORE_MIN
                && kinds.contains(entries.get(index).party().kind())) {
            best.merge(hit.reference(), hit, (a, b) -> a.score() >= b.score() ? a : b);
        }
    }

    private double weight(Set<String> words) {
        return words.stream().mapToDouble(this::weight).sum();
    }

    /** A word that is not on the list is as rare as can be. */
    private double weight(String word) {
        List<Integer> uses = byWord.get(word);
        return uses == null ? rarest : rarest - Math.log(uses.size());
    }

    private record Entry(ListedParty party, String name, Set<String> words) {}
}
