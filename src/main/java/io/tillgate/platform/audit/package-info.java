/**
 * one record for every change by a person or a machine.
 */
@NullMarked
package io.tillgate.platform.audit;

import org.jspecify.annotations.NullMarked;
