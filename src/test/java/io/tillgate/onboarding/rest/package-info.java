/** From an application to a merchant, over HTTP, on the real stack. */
@NullMarked
package io.tillgate.onboarding.rest;

import org.jspecify.annotations.NullMarked;
