/** The merchant's face: what a shop sees of its sales, tills, products and money. */
@NullMarked
package io.tillgate.portal.merchant;

import org.jspecify.annotations.NullMarked;
