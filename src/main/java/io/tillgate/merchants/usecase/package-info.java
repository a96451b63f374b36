/**
 * What people do with merchants: create, edit, switch off, and change with four eyes. Each leaves an audit record in
 * its own transaction.
 */
@NullMarked
package io.tillgate.merchants.usecase;

import org.jspecify.annotations.NullMarked;
