/** Letters and the folder they wait in. */
@NullMarked
package io.tillgate.platform.mail;

import org.jspecify.annotations.NullMarked;
