/**
 * What applicants and reviewers do with an application. Each takes the row's lock, asks the pure decision, and writes
 * state, evidence, audit record and letter in one transaction.
 */
@NullMarked
package io.tillgate.onboarding.usecase;

import org.jspecify.annotations.NullMarked;
