/** Applying tenant files, at start-up and on request, and managing the people of a tenant's realm. */
@NullMarked
package io.tillgate.tenancy.usecase;

import org.jspecify.annotations.NullMarked;
