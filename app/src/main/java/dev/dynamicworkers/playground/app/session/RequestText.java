package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.session.body.JsonSpan;
import dev.dynamicworkers.playground.app.session.request.BodyKind;
import dev.dynamicworkers.playground.app.session.request.QueryText;
import dev.dynamicworkers.playground.core.project.RequestFile;
import dev.dynamicworkers.playground.core.project.SavedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The requests of a `.http` file. Writing one leaves comments and all other requests as they are.
final class RequestText {
    private static final String SEPARATOR = "###";
    private static final Pattern DIRECTIVE =
            Pattern.compile("#\\s*@(event|entrypoint|props|body|var|expect)\\s+(\\S.*?)\\s*");

    // As other tools write it.
    private static final Pattern FILE_BODY = Pattern.compile("<\\s+(\\S[^\\n]*)");

    private RequestText() {}

    static List<KeptRequest> read(String path, String text) {
        List<KeptRequest> requests = new ArrayList<>();
        for (SavedRequest saved : RequestFile.read(path, text).requests()) {
            List<HeaderLine> headers = saved.headers().stream()
                    .map(header -> new HeaderLine(header.name(), header.value()))
                    .toList();
            RequestDraft draft = draft(saved, headers);
            requests.add(new KeptRequest(path, requests.size(), saved.name(), draft));
        }
        return requests;
    }

    /// Events that are no requests are kept as requests to `/cdn-cgi/handler/KIND?target=...`, with a comment that says
    /// so; entrypoint, variables and expectations are comments too.
    private static RequestDraft draft(SavedRequest saved, List<HeaderLine> headers) {
        EventKind kind = EventKind.FETCH;
        String entrypoint = "";
        String body = saved.body();
        BodyKind bodyKind = BodyKind.TEXT;
        Matcher file = FILE_BODY.matcher(body.strip());
        if (file.matches()) {
            bodyKind = BodyKind.FILE;
            body = file.group(1);
        }
        String props = "";
        List<HeaderLine> variables = new ArrayList<>();
        List<String> expectations = new ArrayList<>();
        for (String comment : saved.comments()) {
            Matcher directive = DIRECTIVE.matcher(comment);
            if (!directive.matches()) {
                continue;
            }
            String said = directive.group(2);
            switch (directive.group(1)) {
                case "event" -> kind = EventKind.of(said).orElse(kind);
                case "entrypoint" -> entrypoint = said;
                case "props" -> props = said;
                case "body" -> bodyKind = BodyKind.of(said);
                case "expect" -> expectations.add(said);
                default -> {
                    String[] parts = said.split("\\s*=\\s*", 2);
                    variables.add(new HeaderLine(parts[0], parts.length > 1 ? parts[1] : ""));
                }
            }
        }
        String url = saved.url();
        if (kind != EventKind.FETCH) {
            url = QueryText.params(url).stream()
                    .filter(param -> param.name().equals("target"))
                    .map(HeaderLine::value)
                    .findFirst()
                    .orElse("");
        }
        return new RequestDraft(
                saved.method(),
                url,
                headers,
                body,
                kind,
                entrypoint,
                new RequestNotes(variables, expectations, bodyKind, props));
    }

    private static void writeHead(StringBuilder out, RequestDraft draft) {
        if (draft.kind() != EventKind.FETCH) {
            out.append("# @event ").append(draft.kind().word()).append('\n');
        }
        if (!draft.entrypoint().isBlank()) {
            out.append("# @entrypoint ").append(draft.entrypoint().strip()).append('\n');
        }
        String props = JsonSpan.oneLine(draft.notes().props());
        if (!props.isEmpty()) {
            out.append("# @props ").append(props).append('\n');
        }
        BodyKind bodyKind = draft.notes().bodyKind();
        if (bodyKind != BodyKind.TEXT && bodyKind != BodyKind.FILE) {
            out.append("# @body ").append(bodyKind.word()).append('\n');
        }
        draft.notes()
                .variables()
                .forEach(variable -> out.append("# @var ")
                        .append(variable.name())
                        .append(" = ")
                        .append(variable.value())
                        .append('\n'));
        draft.notes()
                .expectations()
                .forEach(line -> out.append("# @expect ").append(line).append('\n'));
        if (draft.kind() == EventKind.FETCH) {
            out.append(draft.method()).append(' ').append(draft.url()).append('\n');
        } else {
            out.append("POST ")
                    .append(QueryText.with(
                            "http://localhost/cdn-cgi/handler/" + draft.kind().word(),
                            List.of(new HeaderLine("target", draft.url()))))
                    .append('\n');
        }
    }

    /// The text with one of its requests replaced; with one more when it has none of this index.
    static String write(String text, int index, RequestDraft draft) {
        List<String> lines = text.lines().toList();
        int start = 0;
        int found = -1;
        while (found < index && start < lines.size()) {
            while (start < lines.size() && isBeforeRequest(lines.get(start))) {
                start++;
            }
            found += start < lines.size() ? 1 : 0;
            if (found < index) {
                start = end(lines, start);
            }
        }
        int end = end(lines, start);
        StringBuilder out = new StringBuilder();
        int first = start;
        while (first > 0
                && isBeforeRequest(lines.get(first - 1))
                && !lines.get(first - 1).startsWith(SEPARATOR)) {
            first--;
        }
        int head = first;
        for (int i = 0; i < start; i++) {
            if (i < head || !DIRECTIVE.matcher(lines.get(i)).matches()) {
                out.append(lines.get(i)).append('\n');
            }
        }
        if (start == lines.size() && start > 0) {
            out.append(SEPARATOR).append('\n');
        }
        writeHead(out, draft);
        draft.headers()
                .forEach(header -> out.append(header.name())
                        .append(": ")
                        .append(header.value())
                        .append('\n'));
        if (!draft.body().isEmpty()) {
            boolean file = draft.notes().bodyKind() == BodyKind.FILE;
            out.append('\n').append(file ? "< " : "").append(draft.body()).append('\n');
        }
        if (end < lines.size()) {
            out.append('\n');
            lines.subList(end, lines.size()).forEach(line -> out.append(line).append('\n'));
        }
        return out.toString();
    }

    private static int end(List<String> lines, int start) {
        int end = start;
        while (end < lines.size() && !lines.get(end).startsWith(SEPARATOR)) {
            end++;
        }
        return end;
    }

    private static boolean isBeforeRequest(String line) {
        return line.isBlank() || line.startsWith("#") || line.startsWith("//");
    }
}
