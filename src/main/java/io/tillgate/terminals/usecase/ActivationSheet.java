package io.tillgate.terminals.usecase;

import io.tillgate.platform.http.DeviceListener;
import io.tillgate.platform.http.ServerTls;
import io.tillgate.platform.identity.TenantDirectory;
import io.tillgate.platform.identity.TenantDirectory.RealmEntry;
import io.tillgate.terminals.NewTerminal.Activation;
import io.tillgate.terminals.NewTerminal.Qr;
import io.tillgate.terminals.TerminalIdentity;
import io.tillgate.terminals.domain.ActivationCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;

/** What is shown beside a new activation code: the fingerprint of the server's authority and a QR code with everything. */
@ApplicationScoped
class ActivationSheet {
    private static final HexFormat PAIRS = HexFormat.ofDelimiter(":").withUpperCase();

    private final DeviceListener device;
    private final ServerTls tls;
    private final TenantDirectory tenants;
    private final MqttAddress mqtt;

    ActivationSheet(DeviceListener device, ServerTls tls, TenantDirectory tenants, MqttAddress mqtt) {
        this.device = device;
        this.tls = tls;
        this.tenants = tenants;
        this.mqtt = mqtt;
    }

    Activation of(TerminalIdentity terminal, ActivationCode code, Instant expiresAt) {
        String fingerprint = fingerprint();
        String slug = tenants.all().stream()
                .filter(entry -> entry.tenant().equals(terminal.tenant()))
                .findFirst()
                .map(RealmEntry::slug)
                .orElse("");
        String text = "tillgate:activate?v=1&est=" + encoded(device.publicUrl() + "/.well-known/est/" + slug)
                + "&mqtt=" + encoded(mqtt.text())
                + "&merchant=" + encoded(terminal.merchantNumber())
                + "&terminal=" + encoded(terminal.terminalNumber())
                + "&code=" + code.grouped()
                + "&ca=" + fingerprint.replace(":", "").toLowerCase(Locale.ROOT);
        return new Activation(code.grouped(), expiresAt, fingerprint, new Qr(text, QrPicture.svg(text)));
    }

    /** Read each time: the file may be replaced while the service runs. */
    private String fingerprint() {
        return tls.ca().map(ActivationSheet::fingerprint).orElse("");
    }

    private static String fingerprint(Path pem) {
        try (InputStream in = Files.newInputStream(pem)) {
            byte[] der = CertificateFactory.getInstance("X.509")
                    .generateCertificate(in)
                    .getEncoded();
            return PAIRS.formatHex(MessageDigest.getInstance("SHA-256").digest(der));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("tillgate.tls.ca cannot be read", e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
