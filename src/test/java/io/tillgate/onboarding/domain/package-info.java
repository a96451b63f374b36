/** Rules of an application, without a database. */
@NullMarked
package io.tillgate.onboarding.domain;

import org.jspecify.annotations.NullMarked;
