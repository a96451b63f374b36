/** What every page of the portal shares. */
@NullMarked
package io.tillgate.portal.frame;

import org.jspecify.annotations.NullMarked;
