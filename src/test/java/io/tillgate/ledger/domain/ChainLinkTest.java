package io.tillgate.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.ledger.domain.ChainLink.Content;
import io.tillgate.shared.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The hash of an entry covers all that is in it and before it. */
class ChainLinkTest {
    private static final TenantId TENANT = new TenantId(new UUID(0, 1));
    private static final Content CONTENT =
            new Content("id\n2026-11-22\npayment\nsource\nsale\n1", "1:a:5:EUR\n2:b:-5:EUR");

    /** Computed apart: {@code (head -c 32 /dev/zero; printf 'tillgate-journal-1\n...') | sha256sum}. */
    @Test
    void the_first_link_is_what_sha256sum_says() {
        byte[] hash = ChainLink.next(ChainLink.genesis(), TENANT, 1, CONTENT);

        assertThat(HexFormat.of().formatHex(hash))
                .isEqualTo("2078dd27609be4b9d202ea075c42a9b6fe2907221dd4913cfe01f3197eac8f64");
    }

    @Test
    void anything_else_is_another_hash() {
        byte[] hash = ChainLink.next(ChainLink.genesis(), TENANT, 1, CONTENT);

        assertThat(ChainLink.next(hash, TENANT, 1, CONTENT)).isNotEqualTo(hash);
        assertThat(ChainLink.next(ChainLink.genesis(), TENANT, 2, CONTENT)).isNotEqualTo(hash);
        assertThat(ChainLink.next(ChainLink.genesis(), new TenantId(new UUID(0, 2)), 1, CONTENT))
                .isNotEqualTo(hash);
        assertThat(ChainLink.next(
                        ChainLink.genesis(), TENANT, 1, new Content(CONTENT.facts(), "1:a:6:EUR\n2:b:-6:EUR")))
                .isNotEqualTo(hash);
    }

    @Test
    void a_head_is_signed_with_its_tenant_number_and_hash() {
        assertThat(new String(ChainLink.signedBytes(TENANT, 7, ChainLink.genesis()), StandardCharsets.UTF_8))
                .isEqualTo(
                        "tillgate-journal-head-1\n00000000-0000-0000-0000-000000000001\n7\n" + "00".repeat(32) + "\n");
    }
}
