/**
 * Server-rendered pages over the other packages' front doors, each tenant's under {@code /portal/{slug}} in its own brand. No
 * token, script or style of ours is inside a page: the content security policy forbids it. May use everything; nobody depends on it.
 */
@NullMarked
package io.tillgate.portal;

import org.jspecify.annotations.NullMarked;
