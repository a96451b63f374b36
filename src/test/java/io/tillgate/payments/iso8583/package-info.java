/** Tests of the road to the card host: translation, and the link against the simulator over real sockets. */
@NullMarked
package io.tillgate.payments.iso8583;

import org.jspecify.annotations.NullMarked;
