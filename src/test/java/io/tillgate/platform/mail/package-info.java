/** Letters as mail programs read them. */
@NullMarked
package io.tillgate.platform.mail;

import org.jspecify.annotations.NullMarked;
