package dev.dynamicworkers.playground.app.session;

import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Set;

/// Tells that the disk refuses a file that the window keeps for the person: once, until it could be written again.
/// Everything stays as it is in the window. FX thread.
public final class OwnFiles {
    private static final System.Logger LOG = System.getLogger(OwnFiles.class.getName());

    private final Notices notices;
    private final Set<String> refused = new HashSet<>();

    public OwnFiles(Notices notices) {
        this.notices = notices;
    }

    /// A write failed.
    ///
    /// @param loss one sentence: what is not kept
    public void refused(String loss, Exception failure) {
        LOG.log(Level.WARNING, loss, failure);
        if (refused.add(loss)) {
            notices.problem(loss + " The disk refuses it: " + reason(failure) + ".");
        }
    }

    /// A write went well.
    public void written(String loss) {
        refused.remove(loss);
    }

    /// Why the disk refused, as the end of a sentence.
    static String reason(Exception failure) {
        String message = String.valueOf(failure.getMessage());
        return switch (failure) {
            case java.nio.file.AccessDeniedException denied -> message + " may not be written";
            case java.nio.file.FileAlreadyExistsException inTheWay -> message + " is in the way";
            case java.nio.file.NoSuchFileException gone -> "there is no " + message;
            default -> message;
        };
    }
}
