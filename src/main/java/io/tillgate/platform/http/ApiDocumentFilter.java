package io.tillgate.platform.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Says in the API document once what holds for every operation: its refusals (RFC 9457), and how to sign in. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDocumentFilter implements OASFilter {
    private static final String PROBLEM = "Problem";
    private static final Map<String, String> REFUSALS = refusals();

    @Override
    public SecurityScheme filterSecurityScheme(SecurityScheme scheme) {
        return scheme.type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("An access token of the tenant's realm; the roles named are realm roles.");
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = document.getComponents();
        components.addSchema(PROBLEM, problem());
        REFUSALS.forEach((status, words) -> components.addResponse(name(status), refusal(words)));
        document.getPaths().getPathItems().values().forEach(ApiDocumentFilter::addRefusals);
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

    /** Where nobody signs in, nobody can be refused for it. */
    private static boolean isPossible(Operation operation, String status) {
        boolean signedIn =
                operation.getSecurity() != null && !operation.getSecurity().isEmpty();
        return signedIn || !(status.equals("401") || status.equals("403"));
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
        refusals.put("401", "No token, or none that is believed");
        refusals.put("403", "The role does not allow this");
        refusals.put("404", "There is no such thing, or it is somebody else's");
        refusals.put("default", "Refused for the reason that the code names");
        return refusals;
    }
}
