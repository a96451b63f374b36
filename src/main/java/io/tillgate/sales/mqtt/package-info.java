/** The terminals' messages: from JSON to commands, and from answers to JSON. */
@NullMarked
package io.tillgate.sales.mqtt;

import org.jspecify.annotations.NullMarked;
