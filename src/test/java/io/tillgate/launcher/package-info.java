/** The launcher's tests: the rules it follows, and the real command line with its children on ports of their own. */
@NullMarked
package io.tillgate.launcher;

import org.jspecify.annotations.NullMarked;
