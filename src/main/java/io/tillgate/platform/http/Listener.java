package io.tillgate.platform.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which listener serves the routes of a resource; on the other they answer 404. Without it: {@link Port#WEB}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Listener {
    Port value();

    /** The two listeners of the service. */
    enum Port {
        /** People, programs and banks; never asks for a client certificate. */
        WEB,
        /** Terminals; asks for a client certificate and takes requests without one. */
        DEVICE,
        /** Both. */
        ANY
    }
}
