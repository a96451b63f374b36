package io.tillgate.terminals.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillgate.shared.TenantId;
import io.tillgate.shared.TerminalId;
import io.tillgate.terminals.authority.CertificateForms.Validity;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TerminalTrustTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final TenantId TENANT = new TenantId(new UUID(1, 1));
    private static final TerminalId TERMINAL = new TerminalId(new UUID(2, 2));
    private final CertificateForms forms = new CertificateForms(new SecureRandom());
    private final Authority root = forms.root(NOW);
    private final Authority tenant = forms.intermediate(root, TENANT, NOW);
    private final Intermediates intermediates = new Intermediates();
    private final List<String> refusals = new ArrayList<>();

    @Test
    void a_terminal_of_the_platform_is_let_in_and_says_who_it_is() throws Exception {
        X509Certificate[] chain = chain(tenant, NOW);

        assertThatCode(() -> trust(NOW).checkClientTrusted(chain, "EC")).doesNotThrowAnyException();

        assertThat(CertifiedTerminal.of(chain)).hasValueSatisfying(t -> {
            assertThat(t.tenant()).isEqualTo(TENANT);
            assertThat(t.terminal()).isEqualTo(TERMINAL);
        });
        assertThat(refusals).isEmpty();
    }

    @Test
    void another_root_is_refused_and_counted() throws Exception {
        Authority foreign = forms.intermediate(forms.root(NOW), TENANT, NOW);
        X509Certificate[] chain = chain(foreign, NOW);

        assertThatThrownBy(() -> trust(NOW).checkClientTrusted(chain, "EC")).isInstanceOf(CertificateException.class);

        assertThat(refusals).containsExactly("path");
    }

    @Test
    void an_expired_certificate_is_refused() throws Exception {
        X509Certificate[] chain = chain(tenant, NOW);

        assertThatThrownBy(() -> trust(NOW.plus(Duration.ofDays(100))).checkClientTrusted(chain, "EC"))
                .isInstanceOf(CertificateException.class);
    }

    @Test
    void a_certificate_alone_is_let_in_under_an_issuer_that_is_known() throws Exception {
        X509Certificate[] alone = {chain(tenant, NOW)[0]};
        intermediates.add(tenant.certificate());

        assertThatCode(() -> trust(NOW).checkClientTrusted(alone, "EC")).doesNotThrowAnyException();

        assertThat(CertifiedTerminal.of(intermediates.complete(alone)))
                .hasValueSatisfying(t -> assertThat(t.tenant()).isEqualTo(TENANT));
    }

    @Test
    void a_certificate_alone_is_refused_under_an_issuer_that_is_not_known() throws Exception {
        X509Certificate[] alone = {chain(tenant, NOW)[0]};

        assertThatThrownBy(() -> trust(NOW).checkClientTrusted(alone, "EC")).isInstanceOf(CertificateException.class);

        assertThat(refusals).containsExactly("chain");
    }

    @Test
    void a_forged_certificate_alone_finds_the_issuer_that_it_names_and_is_refused_by_its_signature() throws Exception {
        Authority forger = forms.intermediate(forms.root(NOW), TENANT, NOW);
        X509Certificate[] alone = {chain(forger, NOW)[0]};
        intermediates.add(tenant.certificate());

        assertThatThrownBy(() -> trust(NOW).checkClientTrusted(alone, "EC")).isInstanceOf(CertificateException.class);

        assertThat(refusals).containsExactly("path");
    }

    @Test
    void an_authority_itself_is_no_terminal() {
        X509Certificate[] chain = {tenant.certificate(), root.certificate()};

        assertThatThrownBy(() -> trust(NOW).checkClientTrusted(chain, "EC")).isInstanceOf(CertificateException.class);
    }

    @Test
    void a_terminal_cannot_issue() throws Exception {
        KeyPair pair = pair();
        X509Certificate leaf = forms.terminal(tenant, TERMINAL, pair.getPublic(), validity(NOW));
        X509Certificate forged =
                forms.terminal(new Authority(leaf, pair.getPrivate()), TERMINAL, pair().getPublic(), validity(NOW));
        X509Certificate[] chain = {forged, leaf, tenant.certificate()};

        assertThatThrownBy(() -> trust(NOW).checkClientTrusted(chain, "EC")).isInstanceOf(CertificateException.class);
    }

    @Test
    void only_the_root_is_named_as_accepted_issuer() {
        assertThat(trust(NOW).getAcceptedIssuers()).containsExactly(root.certificate());
    }

    @Test
    void a_certificate_lives_397_days_at_most() {
        assertThatThrownBy(() -> new Validity(NOW, Duration.ofDays(398))).isInstanceOf(IllegalArgumentException.class);
    }

    private TerminalTrust trust(Instant now) {
        return new TerminalTrust(root.certificate(), intermediates, InstantSource.fixed(now), refusals::add);
    }

    private X509Certificate[] chain(Authority issuer, Instant from) throws Exception {
        return new X509Certificate[] {
            forms.terminal(issuer, TERMINAL, pair().getPublic(), validity(from)), issuer.certificate()
        };
    }

    private static Validity validity(Instant from) {
        return new Validity(from, Duration.ofDays(90));
    }

    private static KeyPair pair() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
