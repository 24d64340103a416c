package dev.dynamicworkers.playground.core.worker;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How much guest code of a project may use. Every [Limit] has a value.
///
/// @param values of all limits, each in its own unit; those that are not given are as in [Preset#PAID]
public record Limits(Map<Limit, Long> values) {
    /// What the platform's paid plan gives.
    public static final Limits DEFAULT = Preset.PAID.limits();

    /// Sets of limits with a name.
    public enum Preset {
        /// For code that nobody has read: little of everything.
        STRICT(10, 5_000, 5, 32, 1, 1_000),
        /// What Cloudflare's free plan gives.
        FREE(10, 900_000, 50, 128, 10, 10_000),
        /// For lessons: a mistake is seen at once, a slow machine is no mistake.
        LESSON(50, 10_000, 50, 64, 1, 1_000),
        /// What Cloudflare's paid plan gives where nothing else is configured.
        PAID(30_000, 900_000, 10_000, 128, 10, 10_000);

        private final Map<Limit, Long> values = new EnumMap<>(Limit.class);

        Preset(long cpuMillis, long wallMillis, long subrequests, long memory, long response, long logLines) {
            values.put(Limit.CPU, cpuMillis);
            values.put(Limit.WALL, wallMillis);
            values.put(Limit.SUBREQUESTS, subrequests);
            values.put(Limit.MEMORY, memory);
            values.put(Limit.RESPONSE, response);
            values.put(Limit.LOG_LINES, logLines);
            values.put(Limit.LOG_SIZE, response);
            values.put(Limit.WAIT_UNTIL, Math.min(wallMillis, 30_000));
            values.put(Limit.START_CPU, 5_000L);
            values.put(Limit.DYNAMIC_WORKERS, 4L);
            values.put(Limit.OBJECT_DYNAMIC_WORKERS, 10L);
            values.put(Limit.ISOLATES, 1_000L);
            values.put(Limit.TIMERS, 10_000L);
            values.put(Limit.OPERATIONS, 100_000L);
            values.put(Limit.SOCKETS, 250L);
            values.put(Limit.OBJECT_STORAGE, 4_096L);
            values.put(Limit.STORAGE, 4_096L);
        }

        /// The preset of a name as settings and command lines write it: `strict`, `free`, `lesson`, `paid`.
        public static Optional<Preset> ofName(String name) {
            for (Preset preset : values()) {
                if (preset.toString().equals(name)) {
                    return Optional.of(preset);
                }
            }
            return Optional.empty();
        }

        /// Its limits.
        public Limits limits() {
            return new Limits(values);
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @throws IllegalArgumentException with a sentence for people when a value is out of the limit's range
    public Limits {
        Map<Limit, Long> all = new EnumMap<>(Preset.PAID.values);
        values.forEach((limit, value) -> {
            if (value < limit.least() || value > limit.most()) {
                throw new IllegalArgumentException(limit.refusal(value));
            }
            all.put(limit, value);
        });
        values = Collections.unmodifiableMap(all);
    }

    /// The value of a limit, in its unit.
    public long get(Limit limit) {
        return values.getOrDefault(limit, limit.most());
    }

    /// The same with another value of one limit.
    ///
    /// @throws IllegalArgumentException with a sentence for people when the value is out of the limit's range
    public Limits with(Limit limit, long value) {
        Map<Limit, Long> changed = new EnumMap<>(values);
        changed.put(limit, value);
        return new Limits(changed);
    }

    /// The lower of both, limit by limit.
    public Limits and(Limits other) {
        Map<Limit, Long> lower = new EnumMap<>(values);
        other.values.forEach((limit, value) -> lower.merge(limit, value, Math::min));
        return new Limits(lower);
    }

    /// The memory limit in bytes.
    public long memoryBytes() {
        return get(Limit.MEMORY) << 20;
    }

    /// The limit of the response in bytes.
    public long responseBytes() {
        return get(Limit.RESPONSE) << 20;
    }

    /// A limit of time in nanoseconds.
    public long nanos(Limit limit) {
        return get(limit) * 1_000_000;
    }
}
