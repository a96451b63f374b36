/**
 * Numbers that others hand out and that carry their own proof: bank accounts, bank codes, company registration
 * numbers, merchant category codes. Each type says which standard its check follows. Pure Java, no framework, no clock;
 * the tables come from {@code /reference} on the class path.
 */
@NullMarked
package io.tillgate.shared.identifiers;

import org.jspecify.annotations.NullMarked;
