/** Tests of the embedded server authority. */
@NullMarked
package io.tillgate.launcher.tls;

import org.jspecify.annotations.NullMarked;
