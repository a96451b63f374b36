/**
 * one holder per job across replicas, errors logged and counted, never an end.
 */
@NullMarked
package io.tillgate.platform.jobs;

import org.jspecify.annotations.NullMarked;
