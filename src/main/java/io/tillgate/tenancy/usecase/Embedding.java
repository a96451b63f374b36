package io.tillgate.tenancy.usecase;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;

/** Whether this is an embedded installation: passwords may be given by others, and programs may sign in as people. */
@ApplicationScoped
public class Embedding {
    public boolean isEmbedded() {
        return ConfigUtils.isProfileActive("embedded") || LaunchMode.current() == LaunchMode.TEST;
    }
}
