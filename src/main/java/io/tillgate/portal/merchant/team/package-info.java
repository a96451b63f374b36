/** Who may act for a merchant. */
@NullMarked
package io.tillgate.portal.merchant.team;

import org.jspecify.annotations.NullMarked;
