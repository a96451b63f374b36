/** What a payment and a sale count for, and how an answer is put together: rules only. */
@NullMarked
package io.tillgate.analytics.domain;

import org.jspecify.annotations.NullMarked;
