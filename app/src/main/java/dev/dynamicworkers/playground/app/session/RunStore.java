package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.settings.JsonFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The runs of one project on disk, a file each: the newest 500, and 200 MB at most. Blocks; safe on any thread.
final class RunStore {
    private static final System.Logger LOG = System.getLogger(RunStore.class.getName());
    /// The most runs that are kept.
    static final int MOST = 500;

    private static final long LARGEST = 200L << 20;
    private static final String ENDING = ".json";

    private final Path folder;
    private final SecretMask mask;
    private final int most;
    private final long largest;

    /// @param folder of the project's runs, made when needed
    /// @param mask takes values of secrets out of what is kept
    RunStore(Path folder, SecretMask mask) {
        this(folder, mask, MOST, LARGEST);
    }

    /// Where the runs of a project are kept.
    ///
    /// @param data folder of the person
    /// @param mask takes values of secrets out of what is kept
    static RunStore of(Path project, Path data, SecretMask mask) {
        return new RunStore(
                data.resolve("runs").resolve(Journal.fileName(project).replace(".json", "")), mask);
    }

    /// @param mask takes values of secrets out of what is kept
    /// @param most runs that are kept
    /// @param largest bytes that they may have together
    RunStore(Path folder, SecretMask mask, int most, long largest) {
        this.folder = folder;
        this.mask = mask;
        this.most = most;
        this.largest = largest;
    }

    /// The runs that are kept, newest first; what can't be read is left out.
    List<RunRecord> load() {
        List<RunRecord> runs = new ArrayList<>();
        for (Path file : files()) {
            if (Thread.currentThread().isInterrupted()) {
                // Whoever does not want to wait for the older ones has the newer ones.
                break;
            }
            try {
                runs.add(RunJson.read(new JsonFile(file).read()));
            } catch (IllegalArgumentException e) {
                LOG.log(Level.WARNING, file.getFileName() + " is no run of this version", e);
            }
        }
        return runs;
    }

    /// Keeps a run, and lets go of the oldest that there is no room for.
    ///
    /// @throws IOException when the disk refuses
    void keep(RunRecord run) throws IOException {
        keep(run, most);
    }

    /// Keeps a run, and lets go of the oldest that there is no room for.
    ///
    /// @param limit how many may stay
    /// @throws IOException when the disk refuses
    synchronized void keep(RunRecord run, int limit) throws IOException {
        String name = String.format("%014d-%d%s", run.startedAt().toEpochMilli(), run.number(), ENDING);
        new JsonFile(folder.resolve(name)).write(RunJson.write(run, mask.secrets()));
        long bytes = 0;
        int count = 0;
        for (Path file : files()) {
            bytes += Files.size(file);
            count++;
            if (count > 1 && (count > limit || bytes > largest)) {
                Files.deleteIfExists(file);
            }
        }
    }

    /// Lets go of all runs.
    ///
    /// @throws IOException when the disk refuses
    synchronized void clear() throws IOException {
        for (Path file : files()) {
            Files.deleteIfExists(file);
        }
    }

    /// Newest first.
    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ENDING))
                    .sorted(Comparator.comparing(Path::toString).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
