package io.tillgate.onboarding.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tillgate.onboarding.Application;
import io.tillgate.shared.ApplicationId;
import io.tillgate.shared.MerchantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of the queue. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApplicationSummary(
        ApplicationId id,
        String state,
        int submission,
        @Nullable String business,
        String applicant,
        @Nullable MerchantId merchantId,
        Instant createdAt,
        Instant updatedAt) {
    static ApplicationSummary of(Application application) {
        return new ApplicationSummary(
                application.id(),
                application.state().word(),
                application.state().submissions(),
                application.businessName(),
                application.applicant().name(),
                application.merchant(),
                application.createdAt(),
                application.updatedAt());
    }
}
