/**
 * A PostgreSQL of our own, durable and with passwords. A <em>cluster</em> is one data directory with one postmaster; a
 * <em>template</em> is a stopped cluster with Keycloak's tables in it that a first start copies. Uses
 * {@code launcher.process}.
 */
@NullMarked
package io.tillgate.launcher.postgres;

import org.jspecify.annotations.NullMarked;
