@NullMarked
package io.tillgate.sales.mqtt;

import org.jspecify.annotations.NullMarked;
