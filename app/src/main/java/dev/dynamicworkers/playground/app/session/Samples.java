package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.settings.UserFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The sample projects of the distribution. A sample is copied before it is opened, so that the original stays.
public final class Samples {
    private static final String FIRST = "hello";

    private final Path originals;
    private final Path copies;

    /// @param originals folder with a folder per sample; may be missing
    /// @param copies where the person's copies are kept
    public Samples(Path originals, Path copies) {
        this.originals = originals;
        this.copies = copies;
    }

    /// The samples beside the application's libraries, or those of the working folder.
    public static Samples ofDistribution() {
        String named = System.getProperty("playground.samples");
        String home = System.getProperty("playground.home");
        Path originals = named != null ? Path.of(named) : Path.of(home != null ? home : ".", "samples");
        return new Samples(originals, UserFolders.data().resolve("samples"));
    }

    /// Their names, in order of the alphabet.
    public List<String> names() {
        if (!Files.isDirectory(originals)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(originals)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The person's copy of the sample that a first start shows.
    public Path first() {
        return open(FIRST);
    }

    /// How one starts with a project, the first that a person opens.
    public String firstSteps(Path folder) {
        return folder.startsWith(copies.resolve(FIRST))
                ? "Press Ctrl+Enter to run. Then switch GREETER off in the Inspector and run again."
                : "Press Ctrl+Enter to send the request. Nothing runs by itself.";
    }

    /// The person's copy of a sample; made when there is none. Any sample when this one does not exist.
    public Path open(String name) {
        List<String> names = names();
        String chosen = names.contains(name) || names.isEmpty() ? name : names.getFirst();
        Path copy = copies.resolve(chosen);
        try {
            if (!Files.isDirectory(copy)) {
                Files.createDirectories(copy);
                copyInto(originals.resolve(chosen), copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the sample " + chosen + " can't be copied to " + copy, e);
        }
        return copy;
    }

    private static void copyInto(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(from)) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                Path target = to.resolve(from.relativize(entry).toString());
                if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(target);
                } else if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                    Files.copy(entry, target);
                }
            }
        }
    }
}
