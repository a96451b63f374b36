package io.tillgate.platform.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/** Says which members a body needs: all that are not {@code @Nullable}, which {@link RequiredMembers} and bean validation refuse to miss. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDocumentMembers implements OASFilter {
    private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
    private static final DotName RECORD = DotName.createSimple(Record.class);
    private static final String SCHEMAS = "#/components/schemas/";

    /** By simple name; absent where two records share it. */
    private final Map<String, ClassInfo> records = new HashMap<>();

    public ApiDocumentMembers(IndexView index) {
        Set<String> twice = new HashSet<>();
        for (ClassInfo each : index.getKnownDirectSubclasses(RECORD)) {
            if (each.name().toString().startsWith("io.tillgate.") && records.put(each.simpleName(), each) != null) {
                twice.add(each.simpleName());
            }
        }
        twice.forEach(records::remove);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        sent(document, schemas).forEach(name -> {
            ClassInfo record = records.get(name);
            Schema schema = schemas.get(name);
            if (record != null && schema != null) {
                needs(record, schema);
            }
        });
    }

    private static void needs(ClassInfo record, Schema schema) {
        for (RecordComponentInfo component : record.recordComponents()) {
            Map<String, Schema> properties = schema.getProperties();
            List<String> already = schema.getRequired();
            boolean needed = component.type().kind() != Type.Kind.PRIMITIVE
                    && !component.type().hasAnnotation(NULLABLE);
            boolean known = properties != null && properties.containsKey(component.name());
            if (needed && known && (already == null || !already.contains(component.name()))) {
                schema.addRequired(component.name());
            }
        }
    }

    /** Names of the schemas that bodies are made of. */
    private static Set<String> sent(OpenAPI document, Map<String, Schema> schemas) {
        Deque<Schema> open = new ArrayDeque<>();
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .filter(operation -> operation.getRequestBody() != null
                        && operation.getRequestBody().getContent() != null)
                .flatMap(operation -> operation.getRequestBody().getContent().getMediaTypes().values().stream())
                .filter(type -> type.getSchema() != null)
                .forEach(type -> open.add(type.getSchema()));
        Set<String> found = new HashSet<>();
        while (!open.isEmpty()) {
            Schema schema = open.pop();
            String ref = schema.getRef();
            if (ref != null && ref.startsWith(SCHEMAS) && found.add(ref.substring(SCHEMAS.length()))) {
                addIfPresent(open, schemas.get(ref.substring(SCHEMAS.length())));
            }
            addIfPresent(open, schema.getItems());
            addAll(open, schema.getAnyOf());
            addAll(open, schema.getAllOf());
            if (schema.getProperties() != null) {
                open.addAll(schema.getProperties().values());
            }
        }
        return found;
    }

    private static void addIfPresent(Deque<Schema> open, @Nullable Schema schema) {
        if (schema != null) {
            open.add(schema);
        }
    }

    private static void addAll(Deque<Schema> open, @Nullable Collection<Schema> schemas) {
        if (schemas != null) {
            open.addAll(schemas);
        }
    }
}
