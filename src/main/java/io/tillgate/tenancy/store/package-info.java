/** Tenants in PostgreSQL. */
@NullMarked
package io.tillgate.tenancy.store;

import org.jspecify.annotations.NullMarked;
