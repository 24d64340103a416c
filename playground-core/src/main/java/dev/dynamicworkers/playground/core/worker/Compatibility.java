package dev.dynamicworkers.playground.core.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Compatibility dates and flags of the platform: which are known, from which date on a flag is the default, what
/// contradicts what.
/// The texts of the errors are workerd's.
public final class Compatibility {
    /// The date of the runtime whose flags are listed.
    private static final LocalDate LISTED = LocalDate.of(2026, 11, 23);

    private static final ZoneOffset FIRST_ZONE = ZoneOffset.ofHours(14);

    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

    /// Flags by both of their names.
    private static final Map<String, Flag> FLAGS = new LinkedHashMap<>();

    /// Enabling and disabling name of one switch, the date from which it is on, and what else turns it on.
    private record Flag(
            String on,
            String off,
            @Nullable LocalDate since,
            Stage stage,
            @Nullable Implication implied) {}

    /// Another switch that turns one on, from a date on.
    private record Implication(String by, LocalDate since) {}

    /// What was asked for and could be had, most of all by a loader that makes many workers alike.
    private static final Map<Wish, Set<String>> RESOLVED = new ConcurrentHashMap<>();

    private static final int MOST_RESOLVED = 64;

    private record Wish(String date, List<String> flags, boolean allowExperimental, boolean callerIsExperimental) {}

    private enum Stage {
        STABLE,
        EXPERIMENTAL
    }

    static {
        read();
    }

    private Compatibility() {}

    private static void read() {
        try (InputStream in = Compatibility.class.getResourceAsStream("compatibility-flags.txt")) {
            if (in == null) {
                throw new IllegalStateException("no list of compatibility flags");
            }
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.startsWith("#")) {
                    String[] parts = line.split(" ");
                    add(new Flag(
                            parts[0],
                            parts[1].equals("-") ? "" : parts[1],
                            parts[2].equals("-") ? null : LocalDate.parse(parts[2]),
                            parts.length > 3 && parts[3].equals("experimental") ? Stage.EXPERIMENTAL : Stage.STABLE,
                            parts.length > 3 ? implication(parts[3]) : null));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Implication implication(String text) {
        int at = text.indexOf('=');
        return at < 0 ? null : new Implication(text.substring(0, at), LocalDate.parse(text.substring(at + 1)));
    }

    private static void add(Flag flag) {
        FLAGS.put(flag.on, flag);
        if (!flag.off.isEmpty()) {
            FLAGS.put(flag.off, flag);
        }
    }

    /// The newest date that a worker may ask for: today, wherever on earth that comes first. The platform knows each
    /// day's date on that day. With a clock that is behind the list of flags it is the list's own date.
    public static LocalDate newest() {
        LocalDate today = LocalDate.now(FIRST_ZONE);
        return today.isAfter(LISTED) ? today : LISTED;
    }

    /// Whether a flag of that name exists.
    public static boolean isFlag(String name) {
        return FLAGS.containsKey(name);
    }

    /// The names of all flags, as they are when a flag is on, in the platform's order.
    public static List<String> names() {
        return FLAGS.values().stream().map(Flag::on).distinct().toList();
    }

    /// All flags in force for a date and explicit flags, sorted. The set can't be changed.
    ///
    /// @param allowExperimental whether the worker code asks for experimental flags
    /// @param callerIsExperimental whether the caller may ask for that
    /// @throws IllegalArgumentException with the platform's text
    public static Set<String> resolve(
            String date, List<String> flags, boolean allowExperimental, boolean callerIsExperimental) {
        Wish wish = new Wish(date, List.copyOf(flags), allowExperimental, callerIsExperimental);
        Set<String> known = RESOLVED.get(wish);
        if (known != null) {
            return known;
        }
        Set<String> inForce = Collections.unmodifiableSet(find(wish));
        // Dates come from guest code, which could ask for as many as there are.
        if (RESOLVED.size() >= MOST_RESOLVED) {
            RESOLVED.clear();
        }
        RESOLVED.put(wish, inForce);
        return inForce;
    }

    private static Set<String> find(Wish wish) {
        String date = wish.date;
        LocalDate parsed = parse(date);
        LocalDate newest = newest();
        if (parsed.isAfter(newest)) {
            throw new IllegalArgumentException("This Worker requires compatibility date \"" + date
                    + "\", but the newest date supported by this server binary is \"" + newest + "\".");
        }
        if (wish.allowExperimental && !wish.callerIsExperimental) {
            throw new IllegalArgumentException(
                    "'allowExperimental' is only allowed when the calling worker has the 'experimental' compat flag"
                            + " set.");
        }
        Set<String> inForce = new TreeSet<>();
        Set<String> explicit = explicit(wish.flags, wish.allowExperimental);
        for (Flag flag : FLAGS.values()) {
            boolean byDate = flag.since != null && !parsed.isBefore(flag.since);
            if (explicit.contains(flag.on) || (byDate && !explicit.contains(flag.off))) {
                inForce.add(flag.on);
            }
        }
        for (Flag flag : FLAGS.values()) {
            Implication implied = flag.implied;
            if (implied != null
                    && inForce.contains(implied.by)
                    && !parsed.isBefore(implied.since)
                    && !explicit.contains(flag.off)) {
                inForce.add(flag.on);
            }
        }
        return inForce;
    }

    private static Set<String> explicit(List<String> flags, boolean allowExperimental) {
        Set<String> explicit = new HashSet<>();
        for (String name : flags) {
            if (!explicit.add(name)) {
                throw new IllegalArgumentException("Compatibility flag specified multiple times: " + name);
            }
        }
        Set<Flag> seen = new LinkedHashSet<>(FLAGS.values());
        for (Flag flag : seen) {
            if (explicit.contains(flag.on) && explicit.contains(flag.off)) {
                throw new IllegalArgumentException(
                        "Compatibility flags are mutually contradictory: " + flag.on + " vs " + flag.off);
            }
            if (explicit.contains(flag.on) && flag.stage == Stage.EXPERIMENTAL && !allowExperimental) {
                throw new IllegalArgumentException("The compatibility flag " + flag.on
                        + " is experimental and may break or be removed in a future version of workerd. To use this"
                        + " flag, you must pass --experimental on the command line.");
            }
        }
        for (String name : flags) {
            if (!FLAGS.containsKey(name)) {
                throw new IllegalArgumentException("No such compatibility flag: " + name);
            }
        }
        return explicit;
    }

    /// A date that the platform takes: it does not mind days that their month does not have.
    private static LocalDate parse(String date) {
        Matcher parts = DATE.matcher(date);
        if (parts.matches()) {
            int year = Integer.parseInt(parts.group(1));
            int month = Integer.parseInt(parts.group(2));
            int day = Integer.parseInt(parts.group(3));
            if (year >= 2000 && year < 3000 && month >= 1 && month <= 12 && day >= 1 && day <= 31) {
                return LocalDate.of(year, month, 1).plusDays(day - 1L);
            }
        }
        throw new IllegalArgumentException("Invalid compatibility date: " + date);
    }
}
