package io.tillgate.settlement.rest;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/** How the statement is wanted. Without a format: by {@code Accept}. Without a language: the tenant's. */
public record StatementQuery(
        @QueryParam("format") @DefaultValue("") @Pattern(regexp = "|pdf|csv")
        String format,

        @QueryParam("lang") @DefaultValue("") @Pattern(regexp = "|en|zh")
        String lang) {}
