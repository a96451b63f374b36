/**
 * The rules of terminals without a framework or a clock: codes, topics, packet ids, the order of acknowledgements.
 */
@NullMarked
package io.tillgate.terminals.domain;

import org.jspecify.annotations.NullMarked;
