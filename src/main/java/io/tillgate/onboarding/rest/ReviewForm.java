package io.tillgate.onboarding.rest;

import io.tillgate.onboarding.ApplicationState.Item;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.tillgate.shared.Refusal.Violation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reviewer's decision.
 *
 * @param decision {@code approve}, {@code refuse} or {@code request-information}
 * @param reasons codes, needed to refuse
 * @param items things to put right, needed to request information
 * @param feePlan for an approval; the tenant's default when absent
 * @param note for the record, with a refusal
 */
public record ReviewForm(
        @NotNull @Pattern(regexp = "approve|refuse|request-information")
        String decision,

        @Size(max = 20) @Nullable List<@NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,40}") String> reasons,
        @Size(max = 50) @Nullable List<@NotNull @Valid ToFix> items,
        @Size(min = 1, max = 60) @Nullable String feePlan,
        @Size(max = 2000) @Nullable String note) {

    /** One thing to put right. */
    public record ToFix(
            @NotNull @Pattern(regexp = "(/[A-Za-z0-9]{1,60}){1,6}")
            String path,

            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,40}")
            String code,

            @NotBlank @Size(max = 500) String message) {
        Item toItem() {
            return new Item(path, code, message);
        }
    }

    List<String> reasonsOrRefusal() {
        if (reasons == null || reasons.isEmpty()) {
            throw required("/reasons", "say why, by code");
        }
        return reasons;
    }

    List<Item> itemsOrRefusal() {
        if (items == null || items.isEmpty()) {
            throw required("/items", "say what to put right");
        }
        return items.stream().map(ToFix::toItem).toList();
    }

    private static Refusal required(String path, String message) {
        return new Refusal(CommonProblem.VALIDATION, message, List.of(new Violation(path, "REQUIRED", message)));
    }
}
