package io.tillgate.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tillgate.shared.Refusal;
import io.tillgate.shared.Refusal.Violation;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@NullUnmarked
class LeavingOutMembersTest {
    record Inner(String en, @Nullable String zh) {}

    record Body(String sku, Inner name, @Nullable String category, int count) {}

    @Test
    void a_complete_body_passes_and_nullable_members_may_be_left_out() {
        assertThatCode(() -> RequiredMembers.check(new Body("A", new Inner("x", null), null, 0)))
                .doesNotThrowAnyException();
    }

    @Test
    void every_missing_member_is_named_also_inside() {
        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> RequiredMembers.check(new Body(null, new Inner(null, null), null, 0)));

        assertThat(refusal.violations()).extracting(Violation::path).containsExactly("/sku", "/name/en");
    }
}
