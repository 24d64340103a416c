package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.core.project.RequestFile;
import dev.dynamicworkers.playground.core.project.SavedRequest;
import java.util.ArrayList;
import java.util.List;

/// The requests of a `.http` file. Writing one leaves comments and all other requests as they are.
final class RequestText {
    private static final String SEPARATOR = "###";

    private RequestText() {}

    static List<KeptRequest> read(String path, String text) {
        List<KeptRequest> requests = new ArrayList<>();
        for (SavedRequest saved : RequestFile.read(path, text).requests()) {
            List<HeaderLine> headers = saved.headers().stream()
                    .map(header -> new HeaderLine(header.name(), header.value()))
                    .toList();
            RequestDraft draft = new RequestDraft(saved.method(), saved.url(), headers, saved.body());
            requests.add(new KeptRequest(path, requests.size(), saved.name(), draft));
        }
        return requests;
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
        lines.subList(0, start).forEach(line -> out.append(line).append('\n'));
        if (start == lines.size() && start > 0) {
            out.append(SEPARATOR).append('\n');
        }
        out.append(draft.method()).append(' ').append(draft.url()).append('\n');
        draft.headers()
                .forEach(header -> out.append(header.name())
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
