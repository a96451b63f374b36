/**
 * Enrolment over secure transport, RFC 7030, on the device listener.
 */
@NullMarked
package io.tillgate.terminals.est;

import org.jspecify.annotations.NullMarked;
