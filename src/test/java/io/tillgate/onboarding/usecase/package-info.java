/** What applicants are told. */
@NullMarked
package io.tillgate.onboarding.usecase;

import org.jspecify.annotations.NullMarked;
