/**
 * Starting, watching and stopping programs: children, their pid files and logs, ports. Knows nothing of what they do. Uses
 * the JDK only.
 */
@NullMarked
package io.tillgate.launcher.process;

import org.jspecify.annotations.NullMarked;
