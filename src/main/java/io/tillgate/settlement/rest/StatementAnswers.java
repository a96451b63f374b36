package io.tillgate.settlement.rest;

import io.tillgate.settlement.StatementFile;
import io.tillgate.settlement.StatementFormat;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/** What the two routes of statements have in common. */
final class StatementAnswers {
    static final String PDF = "application/pdf";
    static final String CSV = "text/csv";

    private StatementAnswers() {}

    /** What the query says, else what is accepted first, else PDF. */
    static StatementFormat format(StatementQuery query, HttpHeaders headers) {
        if (!query.format().isEmpty()) {
            return StatementFormat.valueOf(query.format().toUpperCase(Locale.ROOT));
        }
        for (MediaType accepted : headers.getAcceptableMediaTypes()) {
            if (accepted.isCompatible(MediaType.valueOf(PDF))) {
                return StatementFormat.PDF;
            }
            if (accepted.isCompatible(MediaType.valueOf(CSV))) {
                return StatementFormat.CSV;
            }
        }
        return StatementFormat.PDF;
    }

    static Locale locale(StatementQuery query, Locale ofTenant) {
        return query.lang().isEmpty() ? ofTenant : Locale.forLanguageTag(query.lang());
    }

    static Response answer(StatementFile file) {
        return Response.ok(file.content(), file.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"")
                .build();
    }
}
