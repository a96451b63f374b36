/** Changes and their records, on a real PostgreSQL. */
@NullMarked
package io.tillgate.platform.audit;

import org.jspecify.annotations.NullMarked;
