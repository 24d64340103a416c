package dev.dynamicworkers.playground.app.session;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The way of one file's texts to the disk: an older text never replaces a newer one, and what was just written here is
/// no change by someone else. Safe on any thread.
final class SaveLane {
    private long given;
    private long stored;
    private String own = "";

    /// A number for the text of this moment.
    synchronized long next() {
        return ++given;
    }

    /// Forgets what was written, because the file was read again.
    synchronized void forget() {
        own = "";
    }

    /// Blocks.
    ///
    /// @param number of the text
    /// @param known what the file had when it was last read or known to be written
    /// @param conflict what is given back where someone else changed the file
    /// @return what the file has then; null where a newer text is there
    synchronized @Nullable TextContent save(
            long number, Path disk, TextContent known, TextContent wanted, String text, TextContent conflict)
            throws IOException {
        if (number < stored) {
            return null;
        }
        String there = TextStore.hashOf(disk);
        if (!there.isEmpty() && !there.equals(known.hash()) && !there.equals(own)) {
            return conflict;
        }
        TextContent saved = TextStore.save(disk, wanted, text);
        own = saved.hash();
        stored = number;
        return saved;
    }
}
