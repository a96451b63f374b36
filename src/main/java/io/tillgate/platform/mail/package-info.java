/**
 *Messages to people, in their language, committed with the change that causes them and sent afterwards.
 */
@NullMarked
package io.tillgate.platform.mail;

import org.jspecify.annotations.NullMarked;
