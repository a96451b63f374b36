/** The operator's face: the platform and its tenants. */
@NullMarked
package io.tillgate.portal.operator;

import org.jspecify.annotations.NullMarked;
