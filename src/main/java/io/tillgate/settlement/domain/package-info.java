/** Pure: the life of a payout, ids that follow from what they name, what a card host may keep. */
@NullMarked
package io.tillgate.settlement.domain;

import org.jspecify.annotations.NullMarked;
