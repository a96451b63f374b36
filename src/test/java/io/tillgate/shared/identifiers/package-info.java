/** Numbers with a check of their own, against published lists and against a second opinion. */
@NullMarked
package io.tillgate.shared.identifiers;

import org.jspecify.annotations.NullMarked;
