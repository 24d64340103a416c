package dev.dynamicworkers.playground.core.project;

import dev.dynamicworkers.playground.core.project.SavedRequest.HeaderLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A `.http` file: requests one after the other, in the form that other editors read as well.
///
/// @param requests in order
/// @param problems lines that were not understood, when the file was read
public record RequestFile(List<SavedRequest> requests, List<ConfigProblem> problems) {
    static final String SEPARATOR = "###";

    private static final Pattern REQUEST_LINE =
            Pattern.compile("(?:([A-Za-z]+)\\s+)?(\\S.*?)(?:\\s+HTTP/[0-9.]+)?\\s*");
    private static final Pattern HEADER = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+)\\s*:\\s*(.*?)\\s*");

    public RequestFile {
        requests = List.copyOf(requests);
        problems = List.copyOf(problems);
    }

    /// A file to be written.
    public RequestFile(List<SavedRequest> requests) {
        this(requests, List.of());
    }

    /// Reads a file.
    ///
    /// @param file its path within the project, for problems
    public static RequestFile read(String file, String text) {
        var reader = new Reader(file);
        reader.read(text.startsWith("\uFEFF") ? text.substring(1) : text);
        return new RequestFile(reader.requests, reader.problems);
    }

    /// The file's text.
    ///
    /// @throws IllegalArgumentException when a request is not writable
    public String write() {
        return requests.stream().map(RequestFile::write).collect(Collectors.joining("\n"));
    }

    private static String write(SavedRequest request) {
        if (!request.canBeWritten()) {
            throw new IllegalArgumentException("a body with a line that begins with " + SEPARATOR);
        }
        var out = new StringBuilder((SEPARATOR + " " + request.name()).strip()).append('\n');
        request.comments().forEach(comment -> out.append(comment).append('\n'));
        out.append(request.method()).append(' ').append(request.url()).append('\n');
        request.headers()
                .forEach(header -> out.append(header.name())
                        .append(": ")
                        .append(header.value())
                        .append('\n'));
        if (!request.body().isEmpty()) {
            out.append('\n').append(request.body()).append('\n');
        }
        return out.toString();
    }

    /// Takes one text apart.
    private static final class Reader {
        private final String file;
        private final List<SavedRequest> requests = new ArrayList<>();
        private final List<ConfigProblem> problems = new ArrayList<>();

        Reader(String file) {
            this.file = file;
        }

        void read(String text) {
            var lines = text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1);
            int start = 0;
            while (start < lines.length) {
                int end = start + 1;
                while (end < lines.length && !lines[end].startsWith(SEPARATOR)) {
                    end++;
                }
                block(lines, start, end);
                start = end;
            }
        }

        /// One request: the lines from `start`, which may be the separator, to before `end`.
        private void block(String[] lines, int start, int end) {
            int at = start;
            var name = "";
            if (lines[at].startsWith(SEPARATOR)) {
                name = lines[at].substring(SEPARATOR.length()).strip();
                at++;
            }
            List<String> comments = new ArrayList<>();
            while (at < end && (lines[at].isBlank() || isComment(lines[at]))) {
                if (isComment(lines[at])) {
                    comments.add(lines[at]);
                }
                at++;
            }
            if (at == end) {
                return;
            }
            var request = REQUEST_LINE.matcher(lines[at]);
            if (!request.matches()) {
                problem(at, "This line is not a request.", "Write METHOD URL.");
                return;
            }
            var method = request.group(1) == null ? "GET" : request.group(1).toUpperCase(Locale.ROOT);
            var url = new StringBuilder(request.group(2));
            at++;
            // A URL may go on in indented lines, one query parameter each.
            while (at < end && !lines[at].isBlank() && Character.isWhitespace(lines[at].charAt(0))) {
                url.append(lines[at].strip());
                at++;
            }
            List<HeaderLine> headers = new ArrayList<>();
            while (at < end && !lines[at].isBlank()) {
                var header = HEADER.matcher(lines[at]);
                if (isComment(lines[at])) {
                    comments.add(lines[at]);
                } else if (header.matches()) {
                    headers.add(new HeaderLine(header.group(1), header.group(2)));
                } else {
                    problem(
                            at,
                            "This line is not a header.",
                            "Write Name: value, or leave a blank line before a body.");
                }
                at++;
            }
            var body = at + 1 < end ? String.join("\n", List.of(lines).subList(at + 1, end)) : "";
            requests.add(new SavedRequest(name, comments, method, url.toString(), headers, body));
        }

        private void problem(int line, String message, String hint) {
            problems.add(new ConfigProblem(ConfigProblem.Severity.WARNING, file, line + 1, 1, message, hint));
        }

        private static boolean isComment(String line) {
            return line.startsWith("#") || line.startsWith("//");
        }
    }
}
