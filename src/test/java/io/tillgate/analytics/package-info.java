@NullMarked
package io.tillgate.analytics;

import org.jspecify.annotations.NullMarked;
