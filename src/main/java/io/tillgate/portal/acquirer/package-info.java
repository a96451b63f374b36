/** The acquirer's face: what the staff of a tenant see. */
@NullMarked
package io.tillgate.portal.acquirer;

import org.jspecify.annotations.NullMarked;
