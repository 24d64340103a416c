package dev.dynamicworkers.playground.core.project;

import dev.dynamicworkers.playground.core.json.SourcePosition;
import dev.dynamicworkers.playground.core.project.secret.Secrets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads files of local secrets, which are in dotenv format: `.dev.vars`, `.env`.
public final class DevVars {
    static final String FILE = ".dev.vars";

    private static final Pattern KEY = Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_.-]*)\\s*=");

    private final String file;
    private final String text;
    private final Problems problems;
    private final List<BindingDeclaration.Secret> secrets = new ArrayList<>();
    private int at;

    private DevVars(String file, String text, Problems problems) {
        this.file = file;
        this.text = text.replace("\r\n", "\n");
        this.problems = problems;
    }

    /// The secrets of a file, to be looked for elsewhere.
    ///
    /// @param text of the file
    public static Secrets secrets(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        read(FILE, text, new Problems()).forEach(secret -> values.put(secret.name(), secret.value()));
        return new Secrets(values);
    }

    /// The secrets of a file in order; lines that are neither `KEY=value` nor a comment are reported.
    static List<BindingDeclaration.Secret> read(String file, String text, Problems problems) {
        var reader = new DevVars(file, text, problems);
        reader.readAll();
        return reader.secrets;
    }

    private void readAll() {
        while (at < text.length()) {
            var line = restOfLine();
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                at += line.length() + 1;
                continue;
            }
            var key = KEY.matcher(line);
            if (!key.lookingAt()) {
                int number = (int) text.substring(0, at)
                                .chars()
                                .filter(c -> c == '\n')
                                .count()
                        + 1;
                problems.warning(
                        file, new SourcePosition(number, 1), "This line is not KEY=value.", "Correct or remove it.");
                at += line.length() + 1;
                continue;
            }
            at += key.end();
            secrets.add(new BindingDeclaration.Secret(key.group(1), value()));
        }
    }

    private String value() {
        var rest = restOfLine();
        int start = at + rest.length() - rest.stripLeading().length();
        char quote = start < text.length() ? text.charAt(start) : '\n';
        if (quote == '"' || quote == '\'' || quote == '`') {
            int end = start + 1;
            while (end < text.length() && text.charAt(end) != quote) {
                end += quote == '"' && text.charAt(end) == '\\' ? 2 : 1;
            }
            if (end < text.length()) {
                at = end + 1;
                at += restOfLine().length() + 1;
                var inner = text.substring(start + 1, end);
                return quote == '"'
                        ? inner.replace("\\n", "\n").replace("\\r", "\r").replace("\\\"", "\"")
                        : inner;
            }
        }
        at += rest.length() + 1;
        return rest.replaceFirst("\\s*(^|\\s)#.*", "").strip();
    }

    private String restOfLine() {
        int end = text.indexOf('\n', at);
        return at >= text.length() ? "" : text.substring(at, end < 0 ? text.length() : end);
    }
}
