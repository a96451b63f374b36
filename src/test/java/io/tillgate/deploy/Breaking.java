package io.tillgate.deploy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Good manifests with one thing made wrong, to see a test red. */
final class Breaking {
    private Breaking() {}

    /** In the first manifest of that kind, at that path; null takes away what is there. */
    static List<Map<String, Object>> one(
            List<Map<String, Object>> good, String kind, String path, @Nullable Object value) {
        List<Map<String, Object>> copies =
                good.stream().map(Yaml::copy).map(Yaml::map).toList();
        Map<String, Object> victim = copies.stream()
                .filter(manifest -> kind.equals(manifest.get("kind")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no manifest of kind " + kind));
        Yaml.put(victim, path, value);
        return copies;
    }
}
