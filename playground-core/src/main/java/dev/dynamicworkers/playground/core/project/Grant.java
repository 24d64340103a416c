package dev.dynamicworkers.playground.core.project;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the overlay says about one key of a worker's `env`.
///
/// @param fixture of [Mode#FIXTURE], else null
/// @param methods rules for single methods by name, which come before the mode unless that is [Mode#OFF]; a dotted name
///     is a path
public record Grant(Mode mode, @Nullable Fixture fixture, Map<String, Method> methods) {
    /// As the code gives it.
    public static final Grant ON = new Grant(Mode.ON, null, Map.of());

    public Grant {
        methods = Collections.unmodifiableMap(new LinkedHashMap<>(methods));
    }

    /// A grant without rules for methods.
    public static Grant of(Mode mode) {
        return new Grant(mode, null, Map.of());
    }

    /// What becomes of the key as a whole.
    public enum Mode {
        /// The code's own.
        ON("on"),
        /// Not there.
        OFF("off"),
        /// Operations that write are refused.
        READ_ONLY("read-only"),
        /// A person is asked at each call.
        ASK("ask"),
        /// Calls are answered by a fixture.
        FIXTURE("fixture");

        private final String word;

        Mode(String word) {
            this.word = word;
        }

        /// How the file calls it.
        public String word() {
            return word;
        }
    }

    /// What becomes of calls of one method.
    ///
    /// @param fixture of [Access#FIXTURE], else null
    public record Method(Access access, @Nullable Fixture fixture) {
        /// A rule without a fixture.
        public static Method of(Access access) {
            return new Method(access, null);
        }
    }

    /// What a rule for a method does.
    public enum Access {
        ALLOW("allow"),
        ASK("ask"),
        DENY("deny"),
        FIXTURE("fixture");

        private final String word;

        Access(String word) {
            this.word = word;
        }

        /// How the file calls it.
        public String word() {
            return word;
        }
    }
}
