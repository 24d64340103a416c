package dev.dynamicworkers.playground.core.project;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A cron expression in the platform's dialect: minute, hour, day of the month, month and weekday, in UTC; Sunday is 1.
/// Besides `*`, lists, ranges and steps, days of the month may be `L` (the last), `L-3`, `15W` (the weekday nearest to
/// the 15th) and `LW`, weekdays `FRIL` (the last Friday) and `MON#2` (the second Monday). Where both kinds of days are
/// restricted, either is enough. Immutable.
public final class CronSchedule {
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> WEEKDAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    /// Every day that can be named comes within this time, 29 February over a century's end included.
    private static final int MOST_YEARS = 9;

    private final String expression;
    private final TreeSet<Integer> minutes;
    private final TreeSet<Integer> hours;
    private final TreeSet<Integer> months;
    private final Predicate<LocalDate> days;

    private CronSchedule(
            String expression,
            TreeSet<Integer> minutes,
            TreeSet<Integer> hours,
            TreeSet<Integer> months,
            Predicate<LocalDate> days) {
        this.expression = expression;
        this.minutes = minutes;
        this.hours = hours;
        this.months = months;
        this.days = days;
    }

    /// A field of an expression.
    private record Field(String name, int least, int most, List<String> words) {
        static final Field MINUTE = new Field("minute", 0, 59, List.of());
        static final Field HOUR = new Field("hour", 0, 23, List.of());
        static final Field DAY = new Field("day of the month", 1, 31, List.of());
        static final Field MONTH = new Field("month", 1, 12, MONTHS);
        static final Field WEEKDAY = new Field("weekday", 1, 7, WEEKDAYS);

        int value(String text) {
            int word = words.indexOf(text.toUpperCase(Locale.ROOT));
            if (word >= 0) {
                return word + least;
            }
            int value = text.matches("\\d{1,4}") ? Integer.parseInt(text) : -1;
            if (value < least || value > most) {
                String hint = this == WEEKDAY ? ", and Sunday is 1" : "";
                throw wrong(text, "wants " + least + " to " + most + hint);
            }
            return value;
        }

        IllegalArgumentException wrong(String text, String why) {
            return new IllegalArgumentException("the " + name + " \"" + text + "\" " + why);
        }

        /// All values of a list of values, ranges and steps.
        TreeSet<Integer> values(String text) {
            TreeSet<Integer> values = new TreeSet<>();
            for (String part : text.split(",", -1)) {
                add(part, values);
            }
            return values;
        }

        private void add(String part, TreeSet<Integer> values) {
            String[] stepped = part.split("/", -1);
            if (stepped.length > 2 || stepped[0].isEmpty()) {
                throw wrong(part, "is no value, range or step");
            }
            int step = 1;
            if (stepped.length == 2) {
                step = stepped[1].matches("\\d{1,4}") ? Integer.parseInt(stepped[1]) : 0;
                if (step < 1) {
                    throw wrong(part, "has no step from 1 on behind its \"/\"");
                }
            }
            String[] ends = stepped[0].split("-", -1);
            int from;
            int to;
            if (stepped[0].equals("*")) {
                from = least;
                to = most;
            } else if (ends.length == 2) {
                from = value(ends[0]);
                to = value(ends[1]);
            } else {
                from = value(stepped[0]);
                to = stepped.length == 2 ? most : from;
            }
            // A range may go over the end: FRI-MON.
            int size = most - least + 1;
            int length = from <= to ? to - from : to - from + size;
            for (int i = 0; i <= length; i += step) {
                values.add((from - least + i) % size + least);
            }
        }
    }

    /// Reads an expression.
    ///
    /// @throws IllegalArgumentException that says in words what is wrong with it
    public static CronSchedule of(String expression) {
        String[] fields = expression.strip().split("\\s+");
        if (fields.length != 5) {
            throw new IllegalArgumentException(
                    "it has " + fields.length + (fields.length == 1 ? " field" : " fields") + " and wants five");
        }
        return new CronSchedule(
                expression,
                Field.MINUTE.values(fields[0]),
                Field.HOUR.values(fields[1]),
                Field.MONTH.values(fields[3]),
                days(fields[2], fields[4]));
    }

    private static Predicate<LocalDate> days(String ofMonth, String ofWeek) {
        Predicate<LocalDate> byMonth = any(ofMonth, CronSchedule::dayOfMonth);
        Predicate<LocalDate> byWeek = any(ofWeek, CronSchedule::weekday);
        if (ofMonth.equals("*")) {
            return byWeek;
        }
        return ofWeek.equals("*") ? byMonth : byMonth.or(byWeek);
    }

    private interface DayReader {
        Predicate<LocalDate> read(String part);
    }

    private static Predicate<LocalDate> any(String text, DayReader reader) {
        Predicate<LocalDate> any = date -> false;
        for (String part : text.split(",", -1)) {
            any = any.or(reader.read(part));
        }
        return any;
    }

    private static Predicate<LocalDate> dayOfMonth(String text) {
        String part = text.toUpperCase(Locale.ROOT);
        if (part.equals("L")) {
            return date -> date.getDayOfMonth() == date.lengthOfMonth();
        }
        if (part.equals("LW")) {
            return date -> date.equals(nearestWeekday(date, date.lengthOfMonth()));
        }
        if (part.matches("L-\\d{1,2}")) {
            int before = Integer.parseInt(part.substring(2));
            return date -> date.getDayOfMonth() == date.lengthOfMonth() - before;
        }
        if (part.endsWith("W")) {
            int day = Field.DAY.value(part.substring(0, part.length() - 1));
            return date -> day <= date.lengthOfMonth() && date.equals(nearestWeekday(date, day));
        }
        TreeSet<Integer> values = Field.DAY.values(part);
        return date -> values.contains(date.getDayOfMonth());
    }

    /// The weekday nearest to a day, in the same month.
    private static LocalDate nearestWeekday(LocalDate month, int day) {
        LocalDate date = month.withDayOfMonth(day);
        return switch (date.getDayOfWeek()) {
            case SATURDAY -> day == 1 ? date.plusDays(2) : date.minusDays(1);
            case SUNDAY -> day == month.lengthOfMonth() ? date.minusDays(2) : date.plusDays(1);
            default -> date;
        };
    }

    private static Predicate<LocalDate> weekday(String text) {
        String part = text.toUpperCase(Locale.ROOT);
        if (part.equals("L")) {
            return date -> date.getDayOfWeek() == DayOfWeek.SATURDAY;
        }
        if (part.endsWith("L")) {
            DayOfWeek day = day(Field.WEEKDAY.value(part.substring(0, part.length() - 1)));
            return date -> date.equals(date.with(TemporalAdjusters.lastInMonth(day)));
        }
        int hash = part.indexOf('#');
        if (hash >= 0) {
            DayOfWeek day = day(Field.WEEKDAY.value(part.substring(0, hash)));
            String number = part.substring(hash + 1);
            if (!number.matches("[1-5]")) {
                throw Field.WEEKDAY.wrong(text, "has no number from 1 to 5 behind its \"#\"");
            }
            int ordinal = Integer.parseInt(number);
            return date -> date.getDayOfWeek() == day && (date.getDayOfMonth() - 1) / 7 + 1 == ordinal;
        }
        TreeSet<Integer> values = Field.WEEKDAY.values(part);
        return date -> values.contains(date.getDayOfWeek().getValue() % 7 + 1);
    }

    private static DayOfWeek day(int number) {
        return number == 1 ? DayOfWeek.SUNDAY : DayOfWeek.of(number - 1);
    }

    /// The expression as it was written.
    public String expression() {
        return expression;
    }

    /// The first time after a moment, to the minute; empty for a day that never comes, such as 30 February.
    public Optional<Instant> next(Instant after) {
        LocalDateTime start = LocalDateTime.ofInstant(after, ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MINUTES)
                .plusMinutes(1);
        LocalDate last = start.toLocalDate().plusYears(MOST_YEARS);
        for (LocalDate date = start.toLocalDate(); date.isBefore(last); date = date.plusDays(1)) {
            if (months.contains(date.getMonthValue()) && days.test(date)) {
                boolean isFirst = date.equals(start.toLocalDate());
                LocalDateTime found = within(date, isFirst ? start : date.atStartOfDay());
                if (found != null) {
                    return Optional.of(found.toInstant(ZoneOffset.UTC));
                }
            }
        }
        return Optional.empty();
    }

    private @Nullable LocalDateTime within(LocalDate date, LocalDateTime from) {
        for (int hour : hours.tailSet(from.getHour(), /* inclusive= */ true)) {
            Integer minute = hour == from.getHour() ? minutes.ceiling(from.getMinute()) : minutes.first();
            if (minute != null) {
                return date.atTime(hour, minute);
            }
        }
        return null;
    }

    /// The next times after a moment.
    ///
    /// @param count how many
    public List<Instant> next(Instant after, int count) {
        List<Instant> times = new ArrayList<>();
        Optional<Instant> time = next(after);
        while (time.isPresent() && times.size() < count) {
            times.add(time.get());
            time = next(time.get());
        }
        return times;
    }

    @Override
    public String toString() {
        return expression;
    }
}
