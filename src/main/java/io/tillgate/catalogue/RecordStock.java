package io.tillgate.catalogue;

import io.tillgate.platform.http.RequiredMembers;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.Refusal.Violation;
import io.tillgate.shared.StoreId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Goods that came, went or were counted, as a person enters it.
 *
 * @param id of the paper or count; the same sent again changes nothing, another body under it is {@code ID_REUSED}
 * @param reason {@code receipt}, {@code damage}, {@code theft}, {@code transfer}, {@code correction}, or {@code count}
 * @param lines 1 to {@value #LINES_MAX}, each product once
 */
public record RecordStock(
        UUID id,
        StoreId store,

        @Schema(enumeration = {"receipt", "count", "damage", "theft", "transfer", "correction"})
        String reason,

        @Nullable String note,
        List<Line> lines) {
    static final int LINES_MAX = 1_000;

    public RecordStock {
        lines = RequiredMembers.asSent(lines);
    }

    /**
     * One product.
     *
     * @param quantity a count: what is there, not negative; a receipt: what came, above zero; damage and theft: what is
     *     gone, above zero; transfer and correction: the change, with a sign. At most 3 places
     */
    public record Line(String sku, String quantity) {}

    public StockReason stockReason() {
        return StockReason.ofWord(reason)
                .filter(StockReason::isByHand)
                .orElseThrow(() -> new Refusal(
                        CommonProblem.VALIDATION,
                        "This is not a reason that people enter.",
                        List.of(new Violation(
                                "/reason", "REASON", "receipt, count, damage, theft, transfer or correction"))));
    }

    /** Refuses with all mistakes of form at once. */
    public void check() {
        RequiredMembers.check(this);
        List<Violation> found = new ArrayList<>();
        stockReason();
        if (lines.isEmpty() || lines.size() > LINES_MAX) {
            found.add(new Violation("/lines", "LENGTH", "1 to " + LINES_MAX + " lines"));
        }
        if (lines.stream().map(Line::sku).distinct().count() < lines.size()) {
            found.add(new Violation("/lines", "DUPLICATE", "each product once"));
        }
        for (int i = 0; i < lines.size() && found.size() < 100; i++) {
            if (!StockQuantity.isValid(lines.get(i).quantity(), stockReason())) {
                found.add(new Violation("/lines/" + i + "/quantity", "QUANTITY", StockQuantity.RULE));
            }
        }
        if (note != null && (note.isBlank() || note.length() > 500)) {
            found.add(new Violation("/note", "LENGTH", "1 to 500 characters, or leave it out"));
        }
        if (!found.isEmpty()) {
            throw new Refusal(CommonProblem.VALIDATION, "The stock entry has mistakes.", found);
        }
    }
}
