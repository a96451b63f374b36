package io.tillgate.terminals.usecase;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.crypto.SecurityModule;
import io.tillgate.platform.identity.Caller;
import io.tillgate.shared.TenantId;
import io.tillgate.shared.TerminalId;
import io.tillgate.terminals.authority.Authority;
import io.tillgate.terminals.authority.CertificateForms;
import io.tillgate.terminals.authority.CertificateForms.Validity;
import io.tillgate.terminals.authority.Intermediates;
import io.tillgate.terminals.usecase.AuthorityStore.Sealed;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The platform root and one intermediate for each tenant: made once, whoever asks first; their keys sealed by the security
 * module and opened only while something is signed.
 */
@ApplicationScoped
public class CertificateAuthorities {
    private static final byte[] ROOT = "platform authority".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TENANT = "tenant authority".getBytes(StandardCharsets.US_ASCII);

    private final AuthorityStore store;
    private final SecurityModule module;
    private final Clock clock;
    private final Intermediates intermediates = new Intermediates();
    private final Set<TenantId> learned = ConcurrentHashMap.newKeySet();
    private final CertificateForms forms = new CertificateForms(new SecureRandom());

    CertificateAuthorities(AuthorityStore store, SecurityModule module, Clock clock) {
        this.store = store;
        this.module = module;
        this.clock = clock;
    }

    /** The only accepted issuer of the device listener and of MQTT. */
    public Uni<X509Certificate> root() {
        return sealedRoot().map(kept -> certificate(kept.certificate()));
    }

    /** The tenant's intermediate, then the root. */
    public Uni<List<X509Certificate>> chain(TenantId tenant) {
        return root().chain(root -> authorityOf(tenant).map(own -> List.of(certificate(own.certificate()), root)));
    }

    /** Makes the tenant's authority if there is none yet. */
    public Uni<Void> ensureAuthority(TenantId tenant) {
        return authorityOf(tenant).replaceWithVoid();
    }

    /** Those that this node knows, to complete the chain of a terminal that sends its certificate alone. */
    public Intermediates intermediates() {
        return intermediates;
    }

    /** Looks for the intermediates of those tenants that this node has seen none of; makes none. */
    public Uni<Void> learn(Collection<TenantId> tenants) {
        return Multi.createFrom()
                .iterable(tenants)
                .filter(tenant -> !learned.contains(tenant))
                .onItem()
                .transformToUniAndConcatenate(tenant ->
                        store.ofTenant(tenant).invoke(found -> found.ifPresent(kept -> learn(tenant, kept))))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private void learn(TenantId tenant, Sealed kept) {
        if (!learned.contains(tenant)) {
            intermediates.add(certificate(kept.certificate()));
            learned.add(tenant);
        }
    }

    /** A new certificate; whoever calls puts its serial on the allow-list. */
    public Uni<X509Certificate> issue(TenantId tenant, TerminalId terminal, PublicKey key, Validity validity) {
        return authorityOf(tenant).map(kept -> forms.terminal(open(tenant, TENANT, kept), terminal, key, validity));
    }

    private Uni<Sealed> sealedRoot() {
        return store.root()
                .chain(found -> found.map(Uni.createFrom()::item)
                        .orElseGet(() -> store.keepRoot(seal(Caller.PLATFORM, ROOT, forms.root(clock.instant())))));
    }

    private Uni<Sealed> authorityOf(TenantId tenant) {
        return store.ofTenant(tenant)
                .chain(found -> found.map(Uni.createFrom()::item).orElseGet(() -> newIntermediate(tenant)))
                .invoke(kept -> learn(tenant, kept));
    }

    private Uni<Sealed> newIntermediate(TenantId tenant) {
        return sealedRoot()
                .map(root -> forms.intermediate(open(Caller.PLATFORM, ROOT, root), tenant, clock.instant()))
                .chain(made -> store.keepOfTenant(tenant, seal(tenant, TENANT, made)));
    }

    private Sealed seal(TenantId tenant, byte[] associated, Authority authority) {
        byte[] key = authority.key().getEncoded();
        try {
            return new Sealed(authority.certificate().getEncoded(), module.seal(tenant, associated, key));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("cannot encode a certificate", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private Authority open(TenantId tenant, byte[] associated, Sealed kept) {
        byte[] key = module.open(tenant, associated, kept.key());
        try {
            var privateKey = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key));
            return new Authority(certificate(kept.certificate()), privateKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot read an authority's key", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** Reads DER. */
    public static X509Certificate certificate(byte[] der) {
        try {
            var read = CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            return (X509Certificate) read;
        } catch (CertificateException e) {
            throw new IllegalStateException("cannot read a certificate", e);
        }
    }
}
