@NullMarked
package io.tillgate.sales.rest;

import org.jspecify.annotations.NullMarked;
