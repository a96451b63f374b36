/**
 * The rules of an application: what it has to hold, what each state allows, how names are compared with a sanctions
 * list. Pure: JDK and {@code shared} only.
 */
@NullMarked
package io.tillgate.onboarding.domain;

import org.jspecify.annotations.NullMarked;
