/**
 * The merchant's face: what a shop sees of its sales, tills, products and money.
 *
 * <p>Each place of the menu is a room of its own, its templates in the folder of the same name. A room uses {@code shop} and the
 * frame, never another room; only {@code home} looks into {@code payouts} and {@code apply}, and this root into {@code home}.
 */
@NullMarked
package io.tillgate.portal.merchant;

import org.jspecify.annotations.NullMarked;
