package io.tillgate.portal.frame;

import io.tillgate.onboarding.AcceptedAgreement;
import io.tillgate.onboarding.AgreementText;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.Refusal;
import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An agreement's text to take away, byte for byte. */
public final class AgreementFile {
    private AgreementFile() {}

    public static Response of(AgreementText text) {
        return Response.ok(Buffer.buffer(text.bytes()))
                .type("text/plain;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + text.fileName() + "\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /** As it was accepted; refused where there is none. */
    public static Response of(@Nullable AcceptedAgreement accepted) {
        return of(Optional.ofNullable(accepted)
                .map(AcceptedAgreement::text)
                .orElseThrow(() -> new Refusal(CommonProblem.NOT_FOUND, "no text was accepted yet")));
    }
}
