@NullMarked
package io.tillgate.analytics.usecase;

import org.jspecify.annotations.NullMarked;
