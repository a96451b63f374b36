/**
 * type and size checked, encrypted at rest.
 */
@NullMarked
package io.tillgate.platform.files;

import org.jspecify.annotations.NullMarked;
