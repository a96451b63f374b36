/**
 * Keycloak from its own distribution, as a child process on our PostgreSQL, without a container. Its build step and its
 * AOT cache are made while Tillgate is built. Uses {@code launcher.process}.
 */
@NullMarked
package io.tillgate.launcher.keycloak;

import org.jspecify.annotations.NullMarked;
