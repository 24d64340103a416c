package dev.dynamicworkers.playground.app.session.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How the text of a request's body becomes bytes, and the `content-type` it is sent with when the request has none.
public enum BodyKind {
    /// The text in UTF-8.
    TEXT("Text", "", "No body"),
    /// The same, as JSON.
    JSON("JSON", "application/json", "{\"name\": \"Ada\"}"),
    /// Fields, `name = value` a line.
    FORM("Form", "application/x-www-form-urlencoded", "name = Ada\ncity = London"),
    /// Parts, `name = value` or `name = @file` a line.
    MULTIPART("Multipart", "multipart/form-data", "name = Ada\npicture = @pictures/ada.png;type=image/png"),
    /// The bytes of a file, named within the project or absolute.
    FILE("File", "application/octet-stream", "path/of/the/file"),
    /// The bytes that the Base64 text stands for.
    BASE64("Base64", "application/octet-stream", "SGVsbG8=");

    private final String title;
    private final String contentType;
    private final String prompt;

    BodyKind(String title, String contentType, String prompt) {
        this.title = title;
        this.contentType = contentType;
        this.prompt = prompt;
    }

    /// As the picker shows it.
    public String title() {
        return title;
    }

    /// As files write it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Type of the body when no header says one, empty for none.
    public String contentType() {
        return contentType;
    }

    /// An example of the text.
    public String prompt() {
        return prompt;
    }

    /// The kind of a word, TEXT for one that is none.
    public static BodyKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElse(TEXT);
    }

    /// A line `name = value` taken apart; empty for a blank line. A line without `=` is a name without a value.
    static Optional<Field> field(String line) {
        if (line.isBlank()) {
            return Optional.empty();
        }
        String[] parts = line.split("=", 2);
        return Optional.of(new Field(parts[0].strip(), parts.length > 1 ? parts[1].strip() : ""));
    }

    /// A field of a form.
    ///
    /// @param value `@file` for the content of a file, in a multipart form
    record Field(String name, String value) {
        boolean isFile() {
            return value.startsWith("@");
        }

        /// The file's path as it was written.
        String path() {
            int end = value.indexOf(";type=");
            return value.substring(1, end < 0 ? value.length() : end);
        }

        /// The type that the line gives the part, empty for none.
        String type() {
            int at = value.indexOf(";type=");
            return at < 0 ? "" : value.substring(at + ";type=".length());
        }
    }
}
