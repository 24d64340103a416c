package dev.dynamicworkers.playground.core.project;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A file of the project that its code can import.
///
/// @param path within the project, with `/`
/// @param bytes the content; not to be changed
@SuppressWarnings("ArrayRecordComponent")
public record ModuleFile(String path, ModuleType type, byte[] bytes) {
    /// The content as UTF-8 text, without a byte order mark. Files of the text types were checked when they were read.
    public String text() {
        var text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /// Whether the content is TypeScript, which must be transpiled.
    public boolean holdsTypeScript() {
        return type != ModuleType.TEXT && path.matches(".*\\.([cm]?ts|tsx)");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ModuleFile that
                && path.equals(that.path)
                && type == that.type
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * path.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "ModuleFile[path=" + path + ", type=" + type + ", " + bytes.length + " bytes]";
    }
}
