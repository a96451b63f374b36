/** Risk over HTTP, for risk analysts; administrators may look. Nothing here is for merchants. */
@NullMarked
package io.tillgate.risk.rest;

import org.jspecify.annotations.NullMarked;
