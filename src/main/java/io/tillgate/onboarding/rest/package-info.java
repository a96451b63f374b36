/**
 * Applications over HTTP: {@code /api/v1/applications}.
 */
@NullMarked
package io.tillgate.onboarding.rest;

import org.jspecify.annotations.NullMarked;
