package io.tillgate.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which methods an address knows, by the API document: the framework knows only what a whole class does. */
final class AllowedMethods {
    /** Where the build leaves the document. */
    private static final String DOCUMENT = "META-INF/quarkus-generated-openapi-doc.JSON";

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private record Route(Pattern path, List<String> methods) {}

    private final List<Route> routes;

    private AllowedMethods(List<Route> routes) {
        this.routes = routes;
    }

    static AllowedMethods ofTheApi() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (@Nullable InputStream document = loader.getResourceAsStream(DOCUMENT)) {
            return of(document == null ? "{}" : new String(document.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static AllowedMethods of(String document) throws IOException {
        List<Route> routes = new ArrayList<>();
        for (var path : new ObjectMapper().readTree(document).path("paths").properties()) {
            String pattern = path.getKey().replaceAll("\\{[^}]*}", "[^/]+");
            routes.add(new Route(Pattern.compile(pattern + "/?"), methods(path.getValue())));
        }
        return new AllowedMethods(routes);
    }

    private static List<String> methods(JsonNode operations) {
        return operations.properties().stream()
                .map(operation -> operation.getKey())
                .filter(METHODS::contains)
                .map(method -> method.toUpperCase(Locale.ROOT))
                .toList();
    }

    /** As {@code Allow} names them; empty when the address is none of the API's. */
    String at(String path) {
        Set<String> allowed = new TreeSet<>();
        routes.stream()
                .filter(route -> route.path().matcher(path).matches())
                .forEach(route -> allowed.addAll(route.methods()));
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        if (!allowed.isEmpty()) {
            allowed.add("OPTIONS");
        }
        return String.join(", ", allowed);
    }
}
