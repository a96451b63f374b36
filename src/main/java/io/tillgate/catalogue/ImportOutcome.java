package io.tillgate.catalogue;

import java.util.List;

/**
 * What an import did.
 *
 * @param imported products added or changed
 * @param priced prices that changed
 * @param mistakes lines left out, in the order of lines
 */
public record ImportOutcome(int imported, int priced, List<Mistake> mistakes) {
    public ImportOutcome {
        mistakes = List.copyOf(mistakes);
    }

    /**
     * One mistake.
     *
     * @param line in the file, the header being 1
     * @param column as in the header
     */
    public record Mistake(long line, String column, String code, String message) {}
}
