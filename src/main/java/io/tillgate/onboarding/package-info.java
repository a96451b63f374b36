/**
 * From a business that asks to a merchant that may trade: applications, documents, automatic checks, review, agreement.
 *
 * <p>Words: an <em>application</em> is what a business tells of itself; a <em>submission</em> is one complete version of
 * it; a <em>check</em> is evidence that a machine found, never a decision; an <em>item</em> is one thing the applicant
 * has to put right; the <em>agreement</em> is the text that a merchant accepts, by version. Approval is effective when
 * the agreement in force has been accepted: then merchant, first account and ledger accounts come to be at once.
 *
 * <p>May use {@code shared}, {@code platform}, {@code tenancy}, {@code merchants}.
 */
@NullMarked
package io.tillgate.onboarding;

import org.jspecify.annotations.NullMarked;
