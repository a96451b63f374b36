package io.tillgate.platform.http;

import io.smallrye.mutiny.Uni;
import javax.net.ssl.X509TrustManager;

/** Whose client certificates the device listener accepts; implemented by whoever issues them. */
public interface DeviceTrust {
    /** Ready when the authority exists; asked again until it answers. */
    Uni<X509TrustManager> trustManager();
}
