/**
 * Keycloak's administration API, as much of it as tenants need: realms that are made equal to a description, and the
 * people in them. The master administrator creates a realm; afterwards the realm's own service account
 * {@code tillgate-admin} manages it.
 */
@NullMarked
package io.tillgate.tenancy.keycloak;

import org.jspecify.annotations.NullMarked;
