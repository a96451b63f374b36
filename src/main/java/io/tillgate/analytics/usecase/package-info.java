/** Folding what happened into facts and cells, rebuilding them, and answering from them. */
@NullMarked
package io.tillgate.analytics.usecase;

import org.jspecify.annotations.NullMarked;
