/** What the rooms of a shop's face share: whose shop it is, what a form sent, and the words and shapes that stand on more than one page. */
@NullMarked
package io.tillgate.portal.merchant.shop;

import org.jspecify.annotations.NullMarked;
