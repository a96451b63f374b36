package io.tillgate.terminals.usecase;

import io.smallrye.mutiny.Uni;
import io.tillgate.platform.crypto.SecurityModule;
import io.tillgate.shared.TenantId;
import io.tillgate.terminals.TerminalsConfig;
import io.tillgate.terminals.authority.CertificateForms.Validity;
import io.tillgate.terminals.authority.CertifiedTerminal;
import io.tillgate.terminals.domain.ActivationCode;
import io.tillgate.terminals.domain.ActivationPolicy;
import io.tillgate.terminals.usecase.EnrolmentStore.Found;
import io.tillgate.terminals.usecase.EnrolmentStore.Numbers;
import io.tillgate.terminals.usecase.EnrolmentStore.Renewal;
import io.tillgate.terminals.usecase.EnrolmentStore.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A code or a present certificate against a new certificate. Why a code is refused is never told to who presents it. */
@ApplicationScoped
public class EnrollingTerminals {
    private static final String MAC = "HmacSHA256";
    private static final int MAC_KEY_BYTES = 32;

    private final EnrolmentStore store;
    private final CertificateAuthorities authorities;
    private final TerminalsConfig config;
    private final SecurityModule module;
    private final Clock clock;

    EnrollingTerminals(
            EnrolmentStore store,
            CertificateAuthorities authorities,
            TerminalsConfig config,
            SecurityModule module,
            Clock clock) {
        this.store = store;
        this.authorities = authorities;
        this.config = config;
        this.module = module;
        this.clock = clock;
    }

    /** Empty when the numbers or the code are wrong, spent, used or too old. */
    public Uni<Optional<X509Certificate>> enrol(TenantId tenant, Numbers numbers, String code, PublicKey key) {
        Optional<ActivationCode> typed = ActivationCode.typed(code);
        byte[] codeHash = typed.map(c -> hash(tenant, c)).orElseGet(() -> new byte[0]);
        byte[] keyHash = sha256(key.getEncoded());
        Instant now = clock.instant();
        return store.attempt(
                        tenant,
                        numbers,
                        found -> decide(found, key, new ActivationPolicy.Presented(codeHash, keyHash, now)))
                .map(EnrolmentStore.Attempted::certificate);
    }

    private Uni<Step> decide(Found found, PublicKey key, ActivationPolicy.Presented presented) {
        var terminal = found.terminal();
        return switch (ActivationPolicy.judge(found.activation(), presented)) {
            case ISSUE ->
                authorities
                        .issue(terminal.tenant(), terminal.terminal(), key, validity(presented.at()))
                        .map(issued -> new Step.Issue(issued, presented.keyHash(), presented.at()));
            case REPEAT -> {
                X509Certificate issued = found.issued();
                yield Uni.createFrom().item(issued == null ? new Step.Nothing() : new Step.Repeat(issued));
            }
            case WRONG -> Uni.createFrom().item(new Step.CountTry(presented.at()));
            case DEAD -> Uni.createFrom().item(new Step.Nothing());
        };
    }

    /** Renews by the present certificate; both are valid for the overlap. Empty when that one is not allowed. */
    public Uni<Optional<X509Certificate>> renew(CertifiedTerminal present, PublicKey key) {
        Instant now = clock.instant();
        return store.allowed(present.tenant(), present.serial(), now).chain(found -> {
            var terminal = found.filter(t -> t.terminal().equals(present.terminal()));
            if (terminal.isEmpty()) {
                return Uni.createFrom().item(Optional.<X509Certificate>empty());
            }
            return authorities
                    .issue(present.tenant(), present.terminal(), key, validity(now))
                    .call(issued -> store.renewed(
                            terminal.get(),
                            present.serial(),
                            new Renewal(issued, now, now.plus(config.renewalOverlap()))))
                    .map(Optional::of);
        });
    }

    /** What is stored of a code: keyed, so that a stolen table cannot be searched. */
    public byte[] hash(TenantId tenant, ActivationCode code) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(module.secret("terminal activation codes", MAC_KEY_BYTES), MAC));
            mac.update(tenant.toString().getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(code.characters().getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no HMAC on this platform", e);
        }
    }

    private Validity validity(Instant now) {
        return new Validity(now, config.certificateLifetime());
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no SHA-256 on this platform", e);
        }
    }
}
