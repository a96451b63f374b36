package io.tillgate.platform.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Documents the status that an operation really answers with, where {@code @ResponseStatus} says that it is another. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDocumentAnswers implements OASFilter {
    /** What the scanner takes an operation's answer for, by its method and type. */
    private static final List<String> SUCCESSES = List.of("200", "201", "204");

    private static final int CREATED = 201;
    private static final Map<Integer, String> WORDS = Map.of(201, "Created", 202, "Accepted");

    private final Map<String, Integer> statuses = new HashMap<>();

    public ApiDocumentAnswers(IndexView index) {
        for (AnnotationInstance found : index.getAnnotations(DotName.createSimple(ResponseStatus.class))) {
            if (found.target().kind() == AnnotationTarget.Kind.METHOD) {
                MethodInfo method = found.target().asMethod();
                statuses.put(
                        method.declaringClass().name().withoutPackagePrefix() + "_" + method.name(),
                        found.value().asInt());
            }
        }
    }

    @Override
    public Operation filterOperation(Operation operation) {
        Integer status = statuses.get(operation.getOperationId());
        APIResponses responses = operation.getResponses();
        String said =
                SUCCESSES.stream().filter(responses::hasAPIResponse).findFirst().orElse("");
        if (status != null && !said.isEmpty()) {
            APIResponse answer = responses.getAPIResponse(said).description(WORDS.get(status));
            responses.removeAPIResponse(said);
            if (status == CREATED) {
                answer.addHeader(
                        "Location",
                        OASFactory.createHeader()
                                .description("Where it is from now on")
                                .schema(OASFactory.createSchema().addType(SchemaType.STRING)));
            }
            responses.addAPIResponse(status.toString(), answer);
        }
        return operation;
    }
}
