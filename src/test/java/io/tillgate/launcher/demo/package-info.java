/** The demo's own words, lent to integration tests: a shop that is open, and the card host's book. Uses {@code stack}. */
@NullMarked
package io.tillgate.launcher.demo;

import org.jspecify.annotations.NullMarked;
