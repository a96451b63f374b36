package io.tillgate.deploy;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import io.kubernetes.client.custom.QuantityFormatException;
import io.kubernetes.client.openapi.JSON;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The types of the Kubernetes API, as its own Java client generates them: unknown and missing fields, scalar
 * types, quantities, kinds that are not served any more. What they do not see (ports, enumerations, names) is
 * the matter of {@link ManifestRules}.
 */
final class ManifestTypes {
    /** Kinds of other makers, which the API's types do not know; {@link ManifestRules} looks at their shape. */
    static final Set<String> FOREIGN = Set.of("ServiceMonitor", "PrometheusRule", "TargetGroupBinding");

    private ManifestTypes() {}

    static Optional<String> finding(Map<String, Object> manifest) {
        String kind = Yaml.text(manifest, "kind");
        if (FOREIGN.contains(kind)) {
            return Optional.empty();
        }
        return modelOf(Yaml.text(manifest, "apiVersion"), kind)
                .map(model -> judged(model, manifest))
                .orElse(Optional.of("no such kind: " + manifest.get("apiVersion") + " " + kind));
    }

    private static Optional<String> judged(Class<?> model, Map<String, Object> manifest) {
        Gson gson = JSON.getGson();
        JsonElement json = new Gson().toJsonTree(manifest);
        try {
            model.getMethod("validateJsonElement", JsonElement.class).invoke(null, json);
            Objects.requireNonNull(gson.fromJson(json, model));
            return Optional.empty();
        } catch (InvocationTargetException e) {
            return Optional.of(String.valueOf(e.getCause()));
        } catch (JsonParseException | IllegalArgumentException | QuantityFormatException e) {
            return Optional.of(e.toString());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Class<?>> modelOf(String apiVersion, String kind) {
        String version = apiVersion.substring(apiVersion.indexOf('/') + 1);
        String name = Character.toUpperCase(version.charAt(0)) + version.substring(1) + kind;
        try {
            return Optional.of(Class.forName("io.kubernetes.client.openapi.models." + name));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    static List<String> findings(List<Map<String, Object>> manifests) {
        return manifests.stream()
                .flatMap(manifest -> finding(manifest).stream()
                        .map(line -> manifest.get("kind") + " " + Yaml.text(manifest, "metadata/name") + ": " + line))
                .toList();
    }
}
