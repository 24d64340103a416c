package dev.dynamicworkers.playground.app.panel.profile;

import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.IsolateTag;
import dev.dynamicworkers.playground.app.session.Place;
import dev.dynamicworkers.playground.core.profile.CpuProfile;
import dev.dynamicworkers.playground.core.profile.ProfileTimes.Spent;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A function or a line with its time, as the panel shows it.
///
/// @param place in a file of the project, null where there is none
/// @param where the place in words, empty for none
/// @param runMicros time of all that is shown
public record ProfileRow(
        Spent spent,
        String name,
        IsolateTag isolate,
        @Nullable Place place,
        String where,
        long runMicros) {
    /// What a function is called.
    static String name(CpuProfile.Function function) {
        return switch (function.kind()) {
            case CODE -> function.name().isEmpty() ? "(anonymous)" : function.name();
            case BUILTIN -> function.name();
            case RUNTIME -> "(runtime)";
        };
    }

    /// The part of all time in which it ran itself, from 0 to 1.
    public double selfShare() {
        return share(spent.selfMicros());
    }

    /// The part of all time in which it ran, or something that it called, from 0 to 1.
    public double totalShare() {
        return share(spent.totalMicros());
    }

    private double share(long micros) {
        return runMicros == 0 ? 0 : Math.clamp((double) micros / runMicros, 0, 1);
    }

    /// A time as people read it: `812 ms`.
    static String time(long micros) {
        return micros == 0 ? "0" : Amounts.millis(micros / 1_000.0);
    }

    /// A part as people read it: `62 %`, `0.4 %`.
    static String percent(double share) {
        double percent = share * 100;
        return String.format(Locale.ROOT, percent >= 10 || percent == 0 ? "%.0f %%" : "%.1f %%", percent);
    }
}
