/** Screening over whole lists. */
@NullMarked
package io.tillgate.onboarding.store;

import org.jspecify.annotations.NullMarked;
