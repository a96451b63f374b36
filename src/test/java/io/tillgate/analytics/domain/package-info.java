@NullMarked
package io.tillgate.analytics.domain;

import org.jspecify.annotations.NullMarked;
