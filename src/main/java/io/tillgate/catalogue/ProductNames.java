package io.tillgate.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A name in English, Chinese or both; at least one is there. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProductNames(@Nullable String en, @Nullable String zh) {
    /** The English name, or the Chinese where there is no English one. */
    public String any() {
        return en != null ? en : zh != null ? zh : "";
    }
}
