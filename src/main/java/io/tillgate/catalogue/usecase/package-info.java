/** What people do with a catalogue: each change writes record, document item, audit record and event in one transaction. */
@NullMarked
package io.tillgate.catalogue.usecase;

import org.jspecify.annotations.NullMarked;
