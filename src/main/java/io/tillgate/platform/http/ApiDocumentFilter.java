package io.tillgate.platform.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Says in the API document once what holds for every operation: its refusals (RFC 9457), and an example of each problem's form. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDocumentFilter implements OASFilter {
    private static final String PROBLEM = "Problem";
    private static final Set<String> REQUIRED_HEADERS = Set.of("If-Match", "Idempotency-Key");
    private static final Map<String, String> REFUSALS = refusals();

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = document.getComponents();
        components.addSchema(PROBLEM, problem());
        REFUSALS.forEach((status, words) -> components.addResponse(name(status), refusal(words)));
        document.getPaths().getPathItems().values().forEach(path -> {
            addRefusals(path);
            path.getOperations().values().forEach(ApiDocumentFilter::requireHeaders);
        });
        document.addServer(OASFactory.createServer()
                .url("{address}")
                .description("The service; as ./tillgate up starts it unless another address is put in")
                .addVariable("address", OASFactory.createServerVariable().defaultValue("http://localhost:8080")));
    }

    private static void addRefusals(PathItem path) {
        path.getOperations()
                .values()
                .forEach(operation -> REFUSALS.keySet().forEach(status -> {
                    if (isPossible(operation, status)) {
                        operation.getResponses().addAPIResponse(status, reference(status));
                    }
                }));
    }

    /** An edit names the version that it is of, and what moves money has a key: without either the answer is 428 or 400. */
    private static void requireHeaders(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(each -> REQUIRED_HEADERS.contains(each.getName()))
                    .forEach(each -> each.setRequired(true));
        }
    }

    /** Where nobody signs in, nobody can be refused for it; what is not sent cannot be wrong. */
    private static boolean isPossible(Operation operation, String status) {
        return switch (status) {
            case "401", "403" ->
                operation.getSecurity() != null && !operation.getSecurity().isEmpty();
            case "409" -> takes(operation, "Idempotency-Key");
            case "412", "428" -> takes(operation, "If-Match");
            case "413", "415" -> operation.getRequestBody() != null;
            default -> true;
        };
    }

    private static boolean takes(Operation operation, String header) {
        List<Parameter> parameters = operation.getParameters();
        return parameters != null && parameters.stream().anyMatch(each -> header.equals(each.getName()));
    }

    private static APIResponse reference(String status) {
        return OASFactory.createAPIResponse().ref("#/components/responses/" + name(status));
    }

    private static APIResponse refusal(String words) {
        Schema schema = OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM);
        return OASFactory.createAPIResponse()
                .description(words)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(schema)));
    }

    private static Schema problem() {
        Schema violation = object().addProperty("path", text("A JSON pointer to what is wrong"))
                .addProperty("code", text("Stable, for programs"))
                .addProperty("message", text("For people"));
        return object().description("RFC 9457")
                .examples(List.of(example()))
                .addProperty("type", text("urn:tillgate:problem:{code}"))
                .addProperty("title", text("The kind of problem"))
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text("What to do about it"))
                .addProperty("code", text("Stable, for programs"))
                .addProperty("instance", text("The path that was called"))
                .addProperty("correlationId", text("To be named to support"))
                .addProperty(
                        "violations",
                        OASFactory.createSchema().addType(SchemaType.ARRAY).items(violation))
                .required(List.of("type", "title", "status", "detail", "code"));
    }

    /** In one order, whichever virtual machine builds the document. */
    private static Map<String, Object> example() {
        Map<String, Object> violation = new LinkedHashMap<>();
        violation.put("path", "/limit");
        violation.put("code", "RANGE");
        violation.put("message", "limit must be between 1 and 200");
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "urn:tillgate:problem:VALIDATION");
        example.put("title", "Validation");
        example.put("status", 400);
        example.put("detail", "limit must be between 1 and 200");
        example.put("code", "VALIDATION");
        example.put("instance", "/api/v1/stores");
        example.put("violations", List.of(violation));
        return example;
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(SchemaType.OBJECT);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }

    private static String name(String status) {
        return "default".equals(status) ? "Refused" : "Refused" + status;
    }

    private static Map<String, String> refusals() {
        Map<String, String> refusals = new LinkedHashMap<>();
        refusals.put("400", "The request is malformed, or a value in it cannot be; violations say which");
        refusals.put("401", "No token, or none that is believed");
        refusals.put("403", "The role does not allow this");
        refusals.put("404", "There is no such thing, or it is somebody else's");
        refusals.put("409", "The key came before with another request, or the state does not allow this");
        refusals.put("412", "The version in If-Match is not the present one: read again");
        refusals.put("413", "The body is larger than the operation takes");
        refusals.put("415", "The body is of a media type that the operation does not take");
        refusals.put("428", "An edit names the version that it is of: send If-Match with the ETag last read");
        refusals.put("default", "Refused for the reason that the code names");
        return refusals;
    }
}
