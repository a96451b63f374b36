/** The catalogue over HTTP, for merchant roles; acquirer staff may read. */
@NullMarked
package io.tillgate.catalogue.rest;

import org.jspecify.annotations.NullMarked;
