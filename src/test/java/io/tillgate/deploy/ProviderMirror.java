package io.tillgate.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where Terraform's provider may lie on this machine already: {@code TILLGATE_TERRAFORM_MIRROR}, Terraform's own
 * cache and implied mirrors, or a directory that somebody unpacked below {@code /opt}. Without one Terraform
 * asks its registry.
 */
final class ProviderMirror {
    private static final String PROVIDER = "registry.terraform.io/hashicorp/aws";

    private ProviderMirror() {}

    static Optional<Path> find() {
        return Stream.of(
                        variable("TILLGATE_TERRAFORM_MIRROR", ""),
                        variable("TF_PLUGIN_CACHE_DIR", ""),
                        variable("HOME", "/.terraform.d/plugins"),
                        variable("HOME", "/.terraform.d/plugin-cache"),
                        variable("HOME", "/.local/share/terraform/plugins"),
                        variable("XDG_DATA_HOME", "/terraform/plugins"),
                        Stream.of(
                                Path.of("/usr/local/share/terraform/plugins"), Path.of("/usr/share/terraform/plugins")),
                        children(Path.of("/opt")))
                .flatMap(places -> places)
                .filter(place -> Files.isDirectory(place.resolve(PROVIDER)))
                .findFirst();
    }

    private static Stream<Path> variable(String name, String below) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? Stream.empty() : Stream.of(Path.of(value + below));
    }

    private static Stream<Path> children(Path directory) {
        try (Stream<Path> all = Files.list(directory)) {
            return all.sorted().toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
