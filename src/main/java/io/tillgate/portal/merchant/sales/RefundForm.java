package io.tillgate.portal.merchant.sales;

import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What the form that gives money back sends. */
public class RefundForm {
    @RestForm
    @Nullable
    String once;

    @RestForm
    @Nullable
    String seen;

    @RestForm
    @Nullable
    String payment;

    @RestForm
    @Nullable
    String much;

    @RestForm
    @Nullable
    String amount;

    @RestForm
    @Nullable
    List<String> line;

    @RestForm
    @Nullable
    String reason;

    List<String> lines() {
        return line == null ? List.of() : line;
    }
}
