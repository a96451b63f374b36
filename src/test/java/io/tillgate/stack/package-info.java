/**
 * The real PostgreSQL, Keycloak and simulators that the {@code *IT} classes run against: started once for the whole run, on
 * free ports, in a directory of their own below {@code target}. Uses {@code launcher}.
 */
@NullMarked
package io.tillgate.stack;

import org.jspecify.annotations.NullMarked;
