/**
 * Words that every capability speaks: ids, money, problem codes. Pure Java, no framework, no clock.
 */
@NullMarked
package io.tillgate.shared;

import org.jspecify.annotations.NullMarked;
