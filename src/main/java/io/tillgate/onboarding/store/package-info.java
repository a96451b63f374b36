/**
 * Where applications and the sanctions list are kept: managed records in PostgreSQL, list files in memory.
 */
@NullMarked
package io.tillgate.onboarding.store;

import org.jspecify.annotations.NullMarked;
