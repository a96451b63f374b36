/** Tenants and staff over HTTP. */
@NullMarked
package io.tillgate.tenancy.rest;

import org.jspecify.annotations.NullMarked;
