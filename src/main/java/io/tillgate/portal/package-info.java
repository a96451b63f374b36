/**
 * Server-rendered pages over the other packages' front doors, each tenant's under {@code /portal/{slug}} in its own brand. No
 * token, script or style of ours is inside a page: the content security policy forbids it. May use everything; nobody depends on it.
 *
 * <p>Its rooms: {@code frame} is what all pages share (the frame around them, forms sent once, words for refusals, live
 * figures); {@code merchant}, {@code acquirer} and {@code operator} are the three faces. Faces use the frame and never each other.
 */
@NullMarked
package io.tillgate.portal;

import org.jspecify.annotations.NullMarked;
