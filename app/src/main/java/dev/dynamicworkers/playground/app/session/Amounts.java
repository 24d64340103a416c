package dev.dynamicworkers.playground.app.session;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Figures as people read them. A figure that is not known is the word `unknown`, never 0.
public final class Amounts {
    /// What stands for a figure that could not be measured.
    public static final String UNKNOWN = "unknown";

    private Amounts() {}

    /// A time: `0.42 ms`, `3.1 ms`, `1.4 s`.
    public static String millis(double millis) {
        if (millis >= 1_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1_000);
        }
        if (millis >= 100 || millis == Math.rint(millis)) {
            return String.format(Locale.ROOT, "%.0f ms", millis);
        }
        return String.format(Locale.ROOT, millis >= 1 ? "%.1f ms" : "%.2f ms", millis);
    }

    /// A time that may not be known.
    public static String millis(@Nullable Double millis) {
        return millis == null ? UNKNOWN : millis(millis.doubleValue());
    }

    /// A time that people wait for: `3 s`, `2 min 5 s`.
    public static String seconds(Duration time) {
        long minutes = time.toMinutes();
        return (minutes == 0 ? "" : minutes + " min ") + time.toSecondsPart() + " s";
    }

    /// A size: `42 B`, `91 KB`, `1.4 MB`; 1 KB is 1,024 bytes.
    public static String bytes(long bytes) {
        if (bytes < 1_024) {
            return bytes + " B";
        }
        if (bytes < 1_024 * 1_024) {
            return String.format(Locale.ROOT, bytes < 10_240 ? "%.1f KB" : "%.0f KB", bytes / 1_024.0);
        }
        return String.format(Locale.ROOT, "%.1f MB", bytes / (1_024.0 * 1_024.0));
    }

    /// A size that may not be known.
    public static String bytes(@Nullable Long bytes) {
        return bytes == null ? UNKNOWN : bytes(bytes.longValue());
    }

    /// How long ago something was: `just now`, `5 min ago`, `3 h ago`, `2 days ago`.
    public static String ago(Duration age) {
        if (age.toMinutes() < 1) {
            return "just now";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + " min ago";
        }
        return age.toDays() < 1 ? age.toHours() + " h ago" : count(age.toDays(), "day") + " ago";
    }

    /// A number of things: `1 isolate`, `3 isolates`.
    public static String count(long number, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
    }

    /// A number of things whose name has a plural of its own: `1 match`, `3 matches`.
    public static String count(long number, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
    }
}
