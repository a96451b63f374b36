/** What the service says of its repeating work. */
@NullMarked
package io.tillgate.platform.jobs;

import org.jspecify.annotations.NullMarked;
