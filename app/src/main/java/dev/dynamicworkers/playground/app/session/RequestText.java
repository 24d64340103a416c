package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.core.project.RequestFile;
import dev.dynamicworkers.playground.core.project.SavedRequest;
import java.util.List;

/// The first request of a `.http` file; comments and later requests stay as they are when it is written.
public final class RequestText {
    private static final String SEPARATOR = "###";

    private RequestText() {}

    /// The first request of the text; {@link RequestDraft#EMPTY} when there is none.
    public static RequestDraft read(String text) {
        List<SavedRequest> requests = RequestFile.read("", text).requests();
        if (requests.isEmpty()) {
            return RequestDraft.EMPTY;
        }
        SavedRequest first = requests.getFirst();
        return new RequestDraft(
                first.method(),
                first.url(),
                first.headers().stream()
                        .map(header -> new HeaderLine(header.name(), header.value()))
                        .toList(),
                first.body());
    }

    /// The text with its first request replaced.
    public static String write(String text, RequestDraft draft) {
        List<String> lines = text.lines().toList();
        int start = 0;
        while (start < lines.size() && (lines.get(start).isBlank() || isComment(lines.get(start)))) {
            start++;
        }
        int end = start;
        while (end < lines.size() && !lines.get(end).startsWith(SEPARATOR)) {
            end++;
        }
        StringBuilder out = new StringBuilder();
        lines.subList(0, start).forEach(line -> out.append(line).append('\n'));
        out.append(draft.method()).append(' ').append(draft.url()).append('\n');
        draft.headers().forEach(header -> out.append(header.name())
                .append(": ")
                .append(header.value())
                .append('\n'));
        if (!draft.body().isEmpty()) {
            out.append('\n').append(draft.body()).append('\n');
        }
        if (end < lines.size()) {
            out.append('\n');
            lines.subList(end, lines.size()).forEach(line -> out.append(line).append('\n'));
        }
        return out.toString();
    }

    private static boolean isComment(String line) {
        return line.startsWith("#") || line.startsWith("//");
    }
}
