/** What grows old is erased, and nothing else. */
@NullMarked
package io.tillgate.platform.retention;

import org.jspecify.annotations.NullMarked;
