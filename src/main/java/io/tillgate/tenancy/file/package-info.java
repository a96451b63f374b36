/**
 * The tenant file: one YAML (or JSON) document read node by node, so that every mistake in it is reported with its line,
 * all of them at once. {@code TenantFile} is the way in; a {@code Section} is one mapping being read, a {@code Shape} is
 * what one value must look like.
 */
@NullMarked
package io.tillgate.tenancy.file;

import org.jspecify.annotations.NullMarked;
