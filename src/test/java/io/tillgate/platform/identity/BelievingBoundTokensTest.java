package io.tillgate.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A token that names a certificate is worth something with that certificate only. */
class BelievingBoundTokensTest {
    private static final byte[] OWN = "one".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER = "another".getBytes(StandardCharsets.UTF_8);

    @Test
    void it_is_believed_over_a_connection_with_that_certificate_and_no_other() {
        Map<String, String> bound = Map.of("x5t#S256", BoundTokens.thumbprint(OWN));

        assertThat(BoundTokens.isPresented(bound, Optional.of(OWN))).isTrue();
        assertThat(BoundTokens.isPresented(bound, Optional.of(OTHER))).isFalse();
        assertThat(BoundTokens.isPresented(bound, Optional.empty())).isFalse();
    }

    @Test
    void what_it_is_bound_to_otherwise_is_not_believed() {
        assertThat(BoundTokens.isPresented(Map.of("jkt", "abc"), Optional.of(OWN)))
                .isFalse();
        assertThat(BoundTokens.isPresented("text", Optional.of(OWN))).isFalse();
    }

    @Test
    void a_thumbprint_is_written_as_the_standard_says() {
        assertThat(BoundTokens.thumbprint(new byte[0])).isEqualTo("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU");
    }
}
