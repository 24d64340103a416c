package dev.dynamicworkers.playground.app;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/// The system's own file manager, asked to show a file, and through it the browser, asked to show a page.
final class FileReveal {
    private final Kind kind;
    private final String program;

    private enum Kind {
        WINDOWS,
        MAC,
        /// xdg-open can't select a file, so it shows the folder.
        OTHER
    }

    private FileReveal(Kind kind, String program) {
        this.kind = kind;
        this.program = program;
    }

    /// That of this machine; empty where none is known.
    static Optional<FileReveal> ofSystem() {
        return of(
                System.getProperty("os.name", ""),
                Objects.requireNonNullElse(System.getenv("PATH"), ""),
                Files::isExecutable);
    }

    /// @param path folders with programs, as the variable PATH has them
    /// @param runs whether a file is a program
    static Optional<FileReveal> of(String system, String path, Predicate<Path> runs) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return Optional.of(new FileReveal(Kind.WINDOWS, "explorer.exe"));
        }
        if (name.startsWith("mac")) {
            return Optional.of(new FileReveal(Kind.MAC, "/usr/bin/open"));
        }
        for (String folder : path.split(File.pathSeparator)) {
            if (folder.startsWith("/") && runs.test(Path.of(folder, "xdg-open"))) {
                return Optional.of(new FileReveal(Kind.OTHER, folder + "/xdg-open"));
            }
        }
        return Optional.empty();
    }

    /// What is started to show a file or a folder.
    List<String> command(Path file) {
        return switch (kind) {
            case WINDOWS -> List.of(program, "/select," + file);
            case MAC -> List.of(program, "-R", file.toString());
            case OTHER -> {
                Path parent = file.getParent();
                yield List.of(program, (Files.isDirectory(file) || parent == null ? file : parent).toString());
            }
        };
    }

    /// What is started to show a page of the network in the person's browser.
    List<String> command(URI address) {
        return List.of(program, address.toString());
    }

    /// Starts the browser; blocks until it was asked, not until it shows anything.
    Process browse(URI address) throws IOException {
        return start(command(address));
    }

    /// Starts it; blocks until it was started, not until it is closed.
    Process reveal(Path file) throws IOException {
        return start(command(file));
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
