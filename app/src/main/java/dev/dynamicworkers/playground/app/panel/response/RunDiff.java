package dev.dynamicworkers.playground.app.panel.response;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.dynamicworkers.playground.app.session.BodyText;
import dev.dynamicworkers.playground.app.session.HeaderLine;
import dev.dynamicworkers.playground.app.session.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What differs between two runs: outcome and status, headers, body.
public final class RunDiff {
    private static final int CONTEXT = 3;
    private static final int MOST_LINES = 20_000;

    private final List<DiffRow> rows = new ArrayList<>();
    private int changes;

    private RunDiff() {}

    /// The comparison as rows; slow for large bodies.
    public static List<DiffRow> of(RunRecord pinned, RunRecord shown) {
        RunDiff diff = new RunDiff();
        diff.section("Outcome", outcome(pinned), outcome(shown));
        diff.section("Headers", headers(pinned), headers(shown));
        diff.section("Body", body(pinned), body(shown));
        return diff.changes == 0 ? List.of() : diff.rows;
    }

    private static List<String> outcome(RunRecord run) {
        List<String> lines = new ArrayList<>();
        lines.add("outcome: " + run.verdict().word());
        RunRecord.Reply reply = run.reply();
        lines.add("status: " + (reply == null ? "none" : reply.statusLine()));
        var error = run.error();
        if (error != null) {
            lines.add("error: " + error.name() + ": " + error.message());
        }
        return lines;
    }

    private static List<String> headers(RunRecord run) {
        RunRecord.Reply reply = run.reply();
        return reply == null
                ? List.of()
                : reply.headers().stream().map(RunDiff::line).sorted().toList();
    }

    private static String line(HeaderLine header) {
        return header.name().toLowerCase(Locale.ROOT) + ": " + header.value();
    }

    private static List<String> body(RunRecord run) {
        RunRecord.Reply reply = run.reply();
        return reply == null
                ? List.of()
                : BodyText.of(reply).pretty().lines().limit(MOST_LINES).toList();
    }

    private void section(String title, List<String> left, List<String> right) {
        List<AbstractDelta<String>> deltas = DiffUtils.diff(left, right).getDeltas();
        rows.add(new DiffRow(DiffRow.Kind.HEADING, 0, 0, deltas.isEmpty() ? title + " \u00b7 no difference" : title));
        changes += deltas.size();
        int l = 0;
        int r = 0;
        for (AbstractDelta<String> delta : deltas) {
            int start = delta.getSource().getPosition();
            int same = start - l;
            int before = l == 0 ? 0 : CONTEXT;
            if (same > before + CONTEXT) {
                same(left, l, r, before);
                rows.add(new DiffRow(DiffRow.Kind.SKIPPED, 0, 0, (same - before - CONTEXT) + " equal lines"));
                same(left, start - CONTEXT, r + same - CONTEXT, CONTEXT);
            } else {
                same(left, l, r, same);
            }
            l = start;
            r += same;
            for (String line : delta.getSource().getLines()) {
                rows.add(new DiffRow(DiffRow.Kind.GONE, ++l, 0, line));
            }
            for (String line : delta.getTarget().getLines()) {
                rows.add(new DiffRow(DiffRow.Kind.NEW, 0, ++r, line));
            }
        }
        if (!deltas.isEmpty()) {
            same(left, l, r, Math.min(CONTEXT, left.size() - l));
        }
    }

    private void same(List<String> left, int from, int to, int count) {
        for (int i = 0; i < count; i++) {
            rows.add(new DiffRow(DiffRow.Kind.SAME, from + i + 1, to + i + 1, left.get(from + i)));
        }
    }
}
