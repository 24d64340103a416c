package dev.dynamicworkers.playground.core.util;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Exempts a type from one architecture rule, for a reason that is written down with it.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface AllowedTo {
    /// The rule that does not bind this type.
    Rule value();

    /// Why not.
    String reason();

    /// Rules that allow exceptions.
    enum Rule {
        START_THREADS,
        OPEN_SOCKETS
    }
}
