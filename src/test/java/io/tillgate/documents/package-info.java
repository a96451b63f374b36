/** Documents that speak of the code are compared with it. */
@NullMarked
package io.tillgate.documents;

import org.jspecify.annotations.NullMarked;
