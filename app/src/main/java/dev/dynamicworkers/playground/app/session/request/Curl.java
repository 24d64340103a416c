package dev.dynamicworkers.playground.app.session.request;

import dev.dynamicworkers.playground.app.session.EventKind;
import dev.dynamicworkers.playground.app.session.HeaderLine;
import dev.dynamicworkers.playground.app.session.RequestDraft;
import dev.dynamicworkers.playground.app.session.RequestNotes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Requests as commands of curl, read and written.
public final class Curl {
    private static final Set<String> WITH_VALUE = Set.of(
            "-o",
            "--output",
            "-m",
            "--max-time",
            "--connect-timeout",
            "-x",
            "--proxy",
            "--cacert",
            "--cert",
            "--key",
            "-w",
            "--write-out",
            "--retry",
            "-c",
            "--cookie-jar",
            "--resolve",
            "-T",
            "--upload-file",
            "--limit-rate",
            "-K",
            "--config",
            "--interface",
            "--ciphers",
            "--max-redirs");
    private static final Map<Character, String> SHORT = Map.of(
            'X', "-X", 'H', "-H", 'd', "-d", 'u', "-u", 'b', "-b", 'A', "-A", 'e', "-e", 'F', "-F", 'o', "-o", 'm',
            "-m");

    private final List<HeaderLine> headers = new ArrayList<>();
    private final List<String> data = new ArrayList<>();
    private final List<String> form = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private String method = "";
    private String url = "";
    private String file = "";
    private boolean upload;
    private boolean query;

    private Curl() {}

    /// A command that was read.
    ///
    /// @param remarks what of it could not be taken over, one sentence each
    public record Pasted(RequestDraft draft, List<String> remarks) {}

    /// Whether a text looks like a command of curl.
    public static boolean isCurl(String text) {
        return text.strip().matches("(?is)(\\$\\s+)?curl(\\.exe)?\\s.+");
    }

    /// Reads a command; empty when it is none or has no address.
    public static Optional<Pasted> read(String text) {
        if (!isCurl(text)) {
            return Optional.empty();
        }
        List<String> words = ShellWords.of(text.strip().replaceFirst("^\\$\\s+", ""));
        Curl curl = new Curl();
        curl.options(words.subList(1, words.size()));
        return curl.url.isEmpty() ? Optional.empty() : Optional.of(curl.pasted());
    }

    private void options(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("-") || word.equals("-")) {
                url = url.isEmpty() ? word : url;
                continue;
            }
            String name = word;
            String value = null;
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            if (equals > 0) {
                name = word.substring(0, equals);
                value = word.substring(equals + 1);
            } else if (!word.startsWith("--") && word.length() > 2) {
                String option = SHORT.get(word.charAt(1));
                if (option == null) {
                    // Flags run together, such as -sSL: the last one may take a value.
                    flags(word);
                    option = SHORT.get(word.charAt(word.length() - 1));
                    if (option == null) {
                        continue;
                    }
                    name = option;
                } else {
                    name = option;
                    value = word.substring(2);
                }
            }
            if (value == null && takesValue(name)) {
                value = i + 1 < words.size() ? words.get(++i) : "";
            }
            option(name, value == null ? "" : value);
        }
    }

    private void flags(String word) {
        if (word.indexOf('G') > 0) {
            query = true;
        }
        if (word.indexOf('I') > 0) {
            method = "HEAD";
        }
    }

    private static boolean takesValue(String name) {
        return WITH_VALUE.contains(name)
                || SHORT.containsValue(name)
                || Set.of(
                                "--request",
                                "--header",
                                "--data",
                                "--data-raw",
                                "--data-binary",
                                "--data-ascii",
                                "--data-urlencode",
                                "--user",
                                "--cookie",
                                "--user-agent",
                                "--referer",
                                "--form",
                                "--form-string",
                                "--url",
                                "--json",
                                "--oauth2-bearer")
                        .contains(name);
    }

    private void option(String name, String value) {
        switch (name) {
            case "-X", "--request" -> method = value.toUpperCase(Locale.ROOT);
            case "--url" -> url = value;
            case "-H", "--header" -> header(value);
            case "-d", "--data", "--data-ascii", "--data-binary" -> data(value);
            case "--data-raw" -> data.add(value);
            case "--data-urlencode" -> data.add(encoded(value));
            case "--json" -> {
                data(value);
                fallback("content-type", "application/json");
                fallback("accept", "application/json");
            }
            case "-F", "--form", "--form-string" -> form.add(value);
            case "-G", "--get" -> query = true;
            case "-I", "--head" -> method = "HEAD";
            case "-u", "--user" ->
                fallback(
                        "authorization",
                        "Basic " + Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)));
            case "--oauth2-bearer" -> fallback("authorization", "Bearer " + value);
            case "-b", "--cookie" -> {
                if (value.contains("=")) {
                    fallback("cookie", value);
                } else {
                    remarks.add("The cookie file " + value + " was not read.");
                }
            }
            case "-A", "--user-agent" -> fallback("user-agent", value);
            case "-e", "--referer" -> fallback("referer", value);
            case "-T", "--upload-file" -> {
                file = value;
                upload = true;
            }
            case "--compressed" -> fallback("accept-encoding", "gzip, deflate, br");
            default -> {
                // Options about the connection and the output say nothing of the request.
            }
        }
    }

    /// Text of the body, or a file that is all of it.
    private void data(String value) {
        if (!value.startsWith("@")) {
            data.add(value);
        } else if (file.isEmpty() && data.isEmpty() && !value.equals("@-")) {
            file = value.substring(1);
            fallback("content-type", "application/x-www-form-urlencoded");
        } else {
            remarks.add("The file " + value.substring(1) + " was not read; paste it into the body.");
            data.add("");
        }
    }

    private static String encoded(String value) {
        int equals = value.indexOf('=');
        String name = equals < 0 ? "" : value.substring(0, equals);
        String text = URLEncoder.encode(value.substring(equals + 1), StandardCharsets.UTF_8);
        return name.isEmpty() ? text : name + "=" + text;
    }

    private void header(String line) {
        int colon = line.indexOf(':');
        if (colon > 0) {
            headers.add(new HeaderLine(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
        } else if (line.endsWith(";")) {
            headers.add(new HeaderLine(line.substring(0, line.length() - 1).strip(), ""));
        }
    }

    private void fallback(String name, String value) {
        if (headers.stream().noneMatch(header -> header.name().equalsIgnoreCase(name))) {
            headers.add(new HeaderLine(name, value));
        }
    }

    private Pasted pasted() {
        String body = String.join("&", data);
        BodyKind kind = BodyKind.TEXT;
        String address = url.contains("://") ? url : "http://" + url;
        if (query && !body.isEmpty()) {
            address += (address.contains("?") ? "&" : "?") + body;
            body = "";
        } else if (!form.isEmpty()) {
            body = String.join("\n", form);
            kind = BodyKind.MULTIPART;
        } else if (!file.isEmpty()) {
            body = file;
            kind = BodyKind.FILE;
        } else if (!data.isEmpty()) {
            fallback("content-type", "application/x-www-form-urlencoded");
        }
        headers.removeIf(header -> kindOfBody(header, form));
        String verb = !method.isEmpty()
                ? method
                : body.isEmpty() && data.isEmpty() || query ? "GET" : upload ? "PUT" : "POST";
        RequestNotes notes = new RequestNotes(List.of(), List.of(), kind);
        return new Pasted(
                new RequestDraft(verb, address, headers, body, EventKind.FETCH, "", notes), List.copyOf(remarks));
    }

    /// A type that was written for a form has a boundary that is not ours.
    private static boolean kindOfBody(HeaderLine header, List<String> form) {
        return !form.isEmpty()
                && header.name().equalsIgnoreCase("content-type")
                && header.value().startsWith("multipart/");
    }

    /// A request as a command for a POSIX shell.
    public static String posix(RequestDraft draft) {
        String command = write(draft, " \\\n  ", Curl::posixQuoted);
        return isPiped(draft)
                ? "base64 -d <<'BODY' | " + command + "\n" + draft.body().strip() + "\nBODY"
                : command;
    }

    /// A request as a command for PowerShell.
    public static String powerShell(RequestDraft draft) {
        UnaryOperator<String> quote = text -> "'" + text.replace("'", "''") + "'";
        String command = write(draft, " `\n  ", quote).replaceFirst("^curl", "curl.exe");
        if (!isPiped(draft)) {
            return command;
        }
        return "[IO.File]::WriteAllBytes(\"$PWD/body.bin\", [Convert]::FromBase64String("
                + quote.apply(draft.body().strip()) + "))\n" + command.replace("@-", "'@body.bin'");
    }

    private static boolean isPiped(RequestDraft draft) {
        return draft.notes().bodyKind() == BodyKind.BASE64 && !draft.body().isEmpty();
    }

    private static String write(RequestDraft draft, String separator, UnaryOperator<String> quote) {
        List<String> parts = new ArrayList<>();
        boolean body = !draft.body().isEmpty();
        String usual = body ? "POST" : "GET";
        if (draft.method().equals("HEAD") && !body) {
            parts.add("--head");
        } else if (!draft.method().equals(usual)) {
            parts.add("-X " + draft.method());
        }
        parts.add(quote.apply(draft.absoluteUrl()));
        for (HeaderLine header : draft.headers()) {
            parts.add("-H "
                    + quote.apply(
                            header.value().isEmpty() ? header.name() + ";" : header.name() + ": " + header.value()));
        }
        if (body && draft.notes().bodyKind() == BodyKind.MULTIPART) {
            draft.body()
                    .lines()
                    .flatMap(line -> BodyKind.field(line).stream())
                    .forEach(field -> parts.add("-F " + quote.apply(field.name() + "=" + field.value())));
        } else if (body) {
            boolean typed =
                    draft.headers().stream().anyMatch(header -> header.name().equalsIgnoreCase("content-type"));
            if (!typed) {
                String implied = draft.notes().bodyKind().contentType();
                parts.add("-H " + quote.apply(implied.isEmpty() ? "content-type:" : "content-type: " + implied));
            }
            parts.add(
                    switch (draft.notes().bodyKind()) {
                        case FILE ->
                            "--data-binary " + quote.apply("@" + draft.body().strip());
                        case FORM -> "--data-raw " + quote.apply(RequestBytes.form(draft.body()));
                        // What is piped in; see below.
                        case BASE64 -> "--data-binary @-";
                        default -> "--data-raw " + quote.apply(draft.body());
                    });
        }
        return "curl " + String.join(separator, parts);
    }

    private static String posixQuoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
