package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.session.request.Snippets;
import dev.dynamicworkers.playground.core.worker.GuestError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A run as Markdown that another person can follow: request, outcome, response, console, rules and code.
///
/// It is masked by whoever hands it over, as all that leaves the window. Reads files, so not for the FX thread.
///
/// @param run that is told
/// @param lines of the console; those of the run are taken
/// @param texts of the project as they are now
record RunReport(RunRecord run, List<LogEntry> lines, ProjectTexts texts, ProjectOutline outline) {
    private static final int MOST_LINES = 100;
    private static final int MOST_FILES = 20;
    private static final int LONGEST = 20_000;
    private static final String RULES = ".playground/playground.json";
    private static final Pattern TICKS = Pattern.compile("`{3,}");

    String text() {
        StringBuilder out = new StringBuilder("# ")
                .append(run.request().summary())
                .append(": ")
                .append(run.verdict().word())
                .append("\n\n");
        out.append(facts()).append("\n\n");
        GuestError error = run.error();
        if (error != null) {
            List<String> lines = new ArrayList<>(List.of(error.name() + ": " + error.message()));
            lines.addAll(run.stacks());
            block(out, "Error", "", String.join("\n", lines));
        }
        if (run.request().kind() == EventKind.FETCH) {
            block(out, "Request", "http", Snippets.raw(run.request()).replace("\r\n", "\n"));
        } else {
            block(
                    out,
                    "Event",
                    "",
                    run.request().kind().word() + " " + run.request().url() + "\n"
                            + run.request().body());
        }
        RunRecord.Reply reply = run.reply();
        if (reply != null) {
            StringBuilder answer = new StringBuilder(reply.statusLine()).append('\n');
            reply.headers()
                    .forEach(header -> answer.append(header.name())
                            .append(": ")
                            .append(header.value())
                            .append('\n'));
            BodyText body = BodyText.of(reply);
            answer.append('\n').append(body.kind() == BodyText.Kind.BINARY ? reply.size() + " of bytes" : body.raw());
            block(out, "Response", "", answer.toString());
        }
        console(out);
        texts.read(RULES).ifPresent(rules -> block(out, "Rules: " + RULES, "json", rules));
        code(out);
        return out.toString();
    }

    private String facts() {
        String took = Amounts.millis(run.totalMillis());
        RunCpu used = RunCpu.of(run);
        String cpu = run.isolates().isEmpty()
                ? ""
                : ", CPU " + Amounts.millis(used.millis()) + (used.isShared() ? " (" + used.breakdown() + ")" : "");
        String explanation = run.explanation().isEmpty() ? "" : " " + run.explanation();
        return "Took " + took + cpu + ", " + run.cold().name().toLowerCase(java.util.Locale.ROOT) + " start."
                + explanation;
    }

    private void console(StringBuilder out) {
        List<String> said = lines.stream()
                .filter(line -> line.run() == run.number())
                .limit(MOST_LINES)
                .map(line -> line.isolate().label() + " " + line.level().word() + " " + line.text()
                        + (line.source().isEmpty() ? "" : "  (" + line.source() + ")"))
                .toList();
        if (!said.isEmpty()) {
            block(out, "Console", "", String.join("\n", said));
        }
    }

    /// Configuration and code, the parent before what it loads.
    private void code(StringBuilder out) {
        for (FileRole role : List.of(FileRole.CONFIG, FileRole.PARENT, FileRole.DYNAMIC)) {
            texts.paths().stream()
                    .filter(path -> outline.role(path) == role)
                    .limit(MOST_FILES)
                    .forEach(path -> texts.read(path).ifPresent(text -> block(out, path, language(path), text)));
        }
    }

    private static String language(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static void block(StringBuilder out, String title, String language, String text) {
        String cut = text.length() > LONGEST
                ? text.substring(0, LONGEST) + "\n[" + (text.length() - LONGEST) + " more characters]"
                : text;
        // A fence has to be longer than any in the text.
        String fence = "```";
        Matcher ticks = TICKS.matcher(cut);
        while (ticks.find()) {
            fence = ticks.group().length() >= fence.length() ? ticks.group() + "`" : fence;
        }
        out.append("## ")
                .append(title)
                .append("\n\n")
                .append(fence)
                .append(language)
                .append('\n')
                .append(cut.stripTrailing())
                .append('\n')
                .append(fence)
                .append("\n\n");
    }
}
