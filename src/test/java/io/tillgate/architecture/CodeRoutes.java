package io.tillgate.architecture;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The routes as the annotations in the code say them: {@code GET /api/v1/me}. */
final class CodeRoutes {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private CodeRoutes() {}

    /** All but the portal's pages, which are for people and not in the API document. */
    static Set<String> ofTheApi() {
        return all().stream()
                .filter(route -> !route.contains(" /portal"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> ofThePortal() {
        return all().stream()
                .filter(route -> route.contains(" /portal"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> all() {
        Set<String> routes = new TreeSet<>();
        for (JavaClass resource : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.tillgate")) {
            if (resource.isAnnotatedWith(Path.class)) {
                resource.getMethods()
                        .forEach(method ->
                                verbs(method).forEach(verb -> routes.add(verb + " " + path(resource, method))));
            }
        }
        return routes;
    }

    private static List<String> verbs(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(JavaAnnotation::getRawType)
                .filter(type -> type.getPackageName().equals("jakarta.ws.rs"))
                .map(JavaClass::getSimpleName)
                .filter(METHODS::contains)
                .toList();
    }

    private static String path(JavaClass resource, JavaMethod method) {
        Optional<Path> below = method.tryGetAnnotationOfType(Path.class);
        String path = resource.getAnnotationOfType(Path.class).value()
                + below.map(own -> own.value().startsWith("/") ? own.value() : "/" + own.value())
                        .orElse("");
        return path.replaceAll(":[^}]*}", "}").replaceAll("(?<=.)/$", "");
    }
}
