package io.tillgate.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;

/** A promotion as it stands; {@code version} is its ETag. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Promotion(UUID id, @JsonUnwrapped SavePromotion terms, int version) {}
