package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.session.body.JsonPath;
import dev.dynamicworkers.playground.app.session.body.JsonSpan;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the response of a request should be.
///
/// @param text as it was written
/// @param test says what was seen and whether that is right
public record Expectation(String text, Test test) {
    /// The forms that there are, for people.
    public static final String FORMS =
            "status 200, header NAME VALUE, json $.a == 1, body contains TEXT, " + "outcome ok, or time < 100";

    private static final Pattern STATUS = Pattern.compile("status\\s+([1-5](?:\\d\\d|xx))");
    private static final Pattern HEADER = Pattern.compile("header\\s+([^\\s:]+):?(?:\\s+(.+))?");
    private static final Pattern JSON = Pattern.compile("json\\s+(\\S+?)(?:\\s*==\\s*(.+))?");
    private static final Pattern BODY = Pattern.compile("body\\s+(contains|==)\\s+(.+)");
    private static final Pattern OUTCOME = Pattern.compile("outcome\\s+(.+)");
    private static final Pattern TIME = Pattern.compile("time\\s*<\\s*(\\d{1,7})(?:\\s*ms)?");
    private static final int SHOWN = 80;

    /// Looks at a run that is over.
    @FunctionalInterface
    interface Test {
        Seen look(RunRecord run);
    }

    /// @param what a few words on what was there
    record Seen(boolean right, String what) {}

    /// How an expectation came out.
    ///
    /// @param saw what was there instead, empty when it is met
    public record Check(String text, boolean met, String saw) {}

    /// Reads one.
    ///
    /// @throws IllegalArgumentException with a sentence for people when it is none
    public static Expectation of(String line) {
        String text = line.strip();
        Matcher status = STATUS.matcher(text);
        if (status.matches()) {
            return new Expectation(text, run -> status(run, status.group(1)));
        }
        Matcher header = HEADER.matcher(text);
        if (header.matches()) {
            return new Expectation(text, run -> header(run, header.group(1), header.group(2)));
        }
        Matcher json = JSON.matcher(text);
        if (json.matches()) {
            try {
                JsonPath path = JsonPath.of(json.group(1));
                return new Expectation(text, run -> json(run, path, json.group(2)));
            } catch (JsonPath.MalformedPath e) {
                throw new IllegalArgumentException("\"" + json.group(1) + "\" is no JSONPath: " + e.getMessage(), e);
            }
        }
        Matcher body = BODY.matcher(text);
        if (body.matches()) {
            boolean part = body.group(1).equals("contains");
            return new Expectation(text, run -> {
                String whole = body(run);
                boolean right = part ? whole.contains(body.group(2)) : whole.equals(body.group(2));
                return new Seen(right, whole.isEmpty() ? "no body" : clipped(whole));
            });
        }
        Matcher outcome = OUTCOME.matcher(text);
        if (outcome.matches()) {
            return new Expectation(
                    text,
                    run -> new Seen(
                            isOutcome(run.verdict().word(), outcome.group(1).strip()),
                            run.verdict().word()));
        }
        Matcher time = TIME.matcher(text);
        if (time.matches()) {
            return new Expectation(
                    text,
                    run -> new Seen(
                            run.totalMillis() < Long.parseLong(time.group(1)), Amounts.millis(run.totalMillis())));
        }
        throw new IllegalArgumentException("\"" + text + "\" is no expectation. Write " + FORMS + ".");
    }

    /// Holds a run against what its request expects.
    public static List<Check> check(RunRecord run) {
        return run.request().notes().expectations().stream()
                .map(line -> {
                    try {
                        Seen seen = of(line).test().look(run);
                        return new Check(line, seen.right(), seen.right() ? "" : seen.what());
                    } catch (IllegalArgumentException e) {
                        return new Check(line, /* met= */ false, String.valueOf(e.getMessage()));
                    }
                })
                .toList();
    }

    private static Seen status(RunRecord run, String wanted) {
        RunRecord.Reply reply = run.reply();
        if (reply == null) {
            return new Seen(/* right= */ false, "no response: " + run.verdict().word());
        }
        String status = String.valueOf(reply.status());
        boolean right = wanted.endsWith("xx") ? status.charAt(0) == wanted.charAt(0) : status.equals(wanted);
        return new Seen(right, reply.statusLine());
    }

    private static Seen header(RunRecord run, String name, @Nullable String wanted) {
        RunRecord.Reply reply = run.reply();
        String value = reply == null ? "" : reply.header(name);
        boolean right = !value.isEmpty()
                && (wanted == null
                        || value.toLowerCase(Locale.ROOT)
                                .contains(wanted.strip().toLowerCase(Locale.ROOT)));
        return new Seen(right, value.isEmpty() ? "no header " + name : clipped(value));
    }

    private static Seen json(RunRecord run, JsonPath path, @Nullable String wanted) {
        JsonSpan root = JsonSpan.of(body(run)).orElse(null);
        if (root == null) {
            return new Seen(/* right= */ false, "a body that is no JSON");
        }
        List<JsonSpan> found = path.find(root);
        if (found.isEmpty()) {
            return new Seen(/* right= */ false, "nothing there");
        }
        boolean right = wanted == null
                || found.stream()
                        .anyMatch(value ->
                                value.plain().equals(wanted) || value.raw().equals(wanted.strip()));
        return new Seen(right, clipped(found.getFirst().summary(SHOWN)));
    }

    private static String body(RunRecord run) {
        RunRecord.Reply reply = run.reply();
        return reply == null ? "" : new String(reply.body(), StandardCharsets.UTF_8);
    }

    private static String clipped(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "\u2026" : text;
    }

    /// The whole word of a verdict, or its first part: `killed` for `KILLED cpu`.
    private static boolean isOutcome(String word, String wanted) {
        return word.equalsIgnoreCase(wanted) || word.split(" ", 2)[0].equalsIgnoreCase(wanted);
    }
}
