/**
 * Statements on A4 paper, drawn with PDFBox. Every character is drawn with an embedded subset of Noto Sans or, for Chinese,
 * Droid Sans Fallback, both part of the product: nothing is taken from the machine. Coordinates are points from the lower
 * left corner.
 */
@NullMarked
package io.tillgate.settlement.statement.pdf;

import org.jspecify.annotations.NullMarked;
