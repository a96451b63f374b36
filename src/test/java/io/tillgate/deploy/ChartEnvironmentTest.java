package io.tillgate.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.common.utils.StringUtil;
import io.tillgate.documents.ServiceClasses;
import io.tillgate.platform.http.Listener;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the chart tells the service is what the service reads. */
class ChartEnvironmentTest {
    /** Read by the JVM and by glibc. */
    private static final Set<String> NOT_OURS = Set.of("JDK_JAVA_OPTIONS", "MALLOC_ARENA_MAX");

    private static final Set<String> SINGLE_KEYS = Set.of("TILLGATE_DATA");
    private static final Pattern FRAMEWORK_VARIABLE =
            Pattern.compile("\"environmentVariable\"\\s*:\\s*\"(QUARKUS_[A-Z0-9_]+)\"");

    @Test
    void every_variable_is_a_key_that_the_service_or_its_framework_reads() throws IOException {
        Set<String> ours = ourVariables();
        Set<String> frameworks = frameworkVariables();

        for (String way : Chart.WAYS.keySet()) {
            Map<String, Object> ofTenantFiles = Yaml.map(Yaml.at(Chart.values(way), "tenants/variables"));
            assertThat(variables(way))
                    .as(way)
                    .hasSizeGreaterThan(20)
                    .allMatch(name ->
                            name.startsWith("TILLGATE_") || name.startsWith("QUARKUS_") || NOT_OURS.contains(name))
                    .allMatch(name ->
                            !name.startsWith("TILLGATE_") || ours.contains(name) || ofTenantFiles.containsKey(name))
                    .allMatch(name -> !name.startsWith("QUARKUS_") || frameworks.contains(name));
        }
    }

    @Test
    void what_the_service_cannot_do_without_is_told() {
        assertThat(variables("minimal"))
                .doesNotHaveDuplicates()
                .contains(
                        "QUARKUS_DATASOURCE_REACTIVE_URL",
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        "QUARKUS_DATASOURCE_PASSWORD",
                        "QUARKUS_FLYWAY_PASSWORD",
                        "TILLGATE_IDENTITY_URL",
                        "TILLGATE_IDENTITY_ADMIN_PASSWORD",
                        "TILLGATE_CRYPTO_MASTER_KEY",
                        "TILLGATE_CRYPTO_SOFTWARE_MODULE",
                        "TILLGATE_TLS_CERTIFICATE",
                        "TILLGATE_TLS_KEY",
                        "TILLGATE_TLS_CA",
                        "TILLGATE_TENANTS_DIRECTORY",
                        "TILLGATE_PAYMENTS_NODE_NAME")
                .doesNotContain("TILLGATE_EMBEDDED_USERS", "QUARKUS_PROFILE");
    }

    @Test
    void what_the_chart_sets_of_the_framework_stands_in_the_reference() throws IOException {
        String page = Files.readString(java.nio.file.Path.of("src/docs/reference/configuration.md"));

        assertThat(variables("cloud").stream().filter(name -> name.startsWith("QUARKUS_DATASOURCE_REACTIVE_TRUST")))
                .isNotEmpty();
        assertThat(page)
                .contains("quarkus.http.proxy.trusted-proxies", "quarkus.config.locations", "postgresql.ssl-mode");
    }

    @Test
    void a_file_that_a_variable_names_lies_in_a_mounted_directory() {
        for (String way : Chart.WAYS.keySet()) {
            List<String> mounts = Yaml.maps(container(way).get("volumeMounts")).stream()
                    .map(mount -> Yaml.text(mount, "mountPath"))
                    .toList();
            assertThat(Yaml.maps(container(way).get("env")).stream()
                            .map(env -> Yaml.text(env, "value"))
                            .filter(value -> value.startsWith("/")))
                    .as(way)
                    .isNotEmpty()
                    .allMatch(file -> mounts.stream().anyMatch(file::startsWith));
        }
    }

    @Test
    void the_ingress_leads_to_every_web_resource_and_not_to_health_and_metrics() {
        List<Object> open = Yaml.list(Yaml.at(Yaml.read(Chart.DIRECTORY.resolve("values.yaml")), "web/ingress/paths"));

        assertThat(webRoots()).isNotEmpty().allMatch(open::contains);
        assertThat(open).doesNotContain("/q", "/");
    }

    @Test
    void an_alert_asks_for_a_metric_that_the_operators_guide_names() throws IOException {
        String guide = Files.readString(java.nio.file.Path.of("src/docs/guides/operator.md"));

        List<String> metrics = Chart.manifests("cloud").stream()
                .filter(manifest -> "PrometheusRule".equals(manifest.get("kind")))
                .flatMap(rule -> Yaml.maps(Yaml.at(rule, "spec/groups/0/rules")).stream())
                .flatMap(alert -> Pattern.compile("tillgate_[a-z_]+")
                        .matcher(Yaml.text(alert, "expr"))
                        .results()
                        .map(found -> found.group()))
                .toList();

        assertThat(metrics).hasSizeGreaterThan(5).allMatch(guide::contains);
    }

    private static Set<String> webRoots() {
        return ServiceClasses.ALL.stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .filter(type -> !type.isAnnotatedWith(Listener.class)
                        || type.getAnnotationOfType(Listener.class).value() != Listener.Port.DEVICE)
                .map(type -> type.getAnnotationOfType(Path.class).value())
                .map(path -> path.replaceAll("^/?([^/{]*).*", "/$1"))
                .collect(Collectors.toSet());
    }

    private static List<String> variables(String way) {
        return Yaml.maps(container(way).get("env")).stream()
                .map(env -> Yaml.text(env, "name"))
                .toList();
    }

    private static Map<String, Object> container(String way) {
        return Chart.manifests(way).stream()
                .filter(manifest -> "StatefulSet".equals(manifest.get("kind")))
                .map(manifest -> Yaml.map(Yaml.at(manifest, "spec/template/spec/containers/0")))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> ourVariables() {
        Stream<String> mapped = ServiceClasses.ALL.stream()
                .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                .<Class<?>>map(type -> type.reflect())
                .flatMap(type -> Stream.of(type.getDeclaredMethods())
                        .map(method -> type.getAnnotation(ConfigMapping.class).prefix() + "."
                                + StringUtil.skewer(method.getName())))
                .map(key -> StringUtil.replaceNonAlphanumericByUnderscores(key).toUpperCase(Locale.ROOT));
        return Stream.concat(SINGLE_KEYS.stream(), mapped).collect(Collectors.toSet());
    }

    /** As the framework's own description of its keys has them, in every library that brings one. */
    private static Set<String> frameworkVariables() throws IOException {
        List<URL> models = Collections.list(ChartEnvironmentTest.class
                .getClassLoader()
                .getResources("META-INF/quarkus-config-doc/quarkus-config-model.json"));
        assertThat(models).hasSizeGreaterThan(10);
        StringBuilder all = new StringBuilder();
        for (URL model : models) {
            try (InputStream stream = model.openStream()) {
                all.append(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return FRAMEWORK_VARIABLE
                .matcher(all)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }
}
