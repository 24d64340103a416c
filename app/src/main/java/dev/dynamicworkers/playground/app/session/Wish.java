package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that one panel asks of another, or of the window.
public sealed interface Wish {
    /// Shows a tool.
    ///
    /// @param filter what its list is narrowed to, empty for all
    record ShowTool(Tool tool, String filter) implements Wish {}

    /// Shows a page of the inspector.
    ///
    /// @param subject row that is meant: a grant's name, an address; empty for the page as a whole
    /// @param worker whose page, `*` for all dynamic ones; empty for the one that is shown
    record Inspect(Page page, String subject, String worker) implements Wish {
        /// The page of the worker that is shown.
        public Inspect(Page page, String subject) {
            this(page, subject, "");
        }
    }

    /// Shows two isolates side by side: their code, grants and limits.
    record Compare(IsolateSnapshot first, IsolateSnapshot second) implements Wish {}

    /// Shows a line of code that an isolate ran and no file of the project holds, or more than one.
    ///
    /// @param run in which it ran, 0 for none
    /// @param worker label of the isolate
    record ShowModule(long run, String worker, String module, int line, int column) implements Wish {
        private static final List<String> RUNTIME = List.of("cloudflare:", "node:", "playground:");

        /// The line of a stack frame; null where it is the parent's or the runtime's own.
        public static @Nullable ShowModule of(
                long run, @Nullable IsolateTag isolate, String file, int line, int column) {
            boolean isKnown = line > 0 && !file.isEmpty() && RUNTIME.stream().noneMatch(file::startsWith);
            return isolate != null && isolate.role() == IsolateSnapshot.Role.DYNAMIC && isKnown
                    ? new ShowModule(run, isolate.label(), file, line, column)
                    : null;
        }
    }

    /// Shows a request, for sending it again.
    record Compose(RequestDraft draft) implements Wish {}

    /// Shows a page over the window.
    record ShowSheet(Sheet sheet) implements Wish {}

    /// Shows how the parent's code would hand a key of its env to the inspector's worker.
    record HandOver(String name) implements Wish {}

    /// Answers requests like this one with a fixture instead of sending them.
    record Fake(String method, String url) implements Wish {}

    /// Saves the body of the response that is shown.
    record SaveBody() implements Wish {}

    /// Runs a command of the window.
    record Run(String command) implements Wish {}

    /// Shows a page of the guide that comes with the application.
    ///
    /// @param page name of its file
    /// @param section of it, empty for its beginning
    record ReadGuide(String page, String section) implements Wish {}

    /// Shows a page of the network in the person's browser.
    record Browse(URI address) implements Wish {}

    /// Pages over the window that can be asked for.
    enum Sheet {
        WRITE_INTO_CODE,
        ADD_GRANT
    }

    /// Tools that can be asked for.
    enum Tool {
        CONSOLE,
        PROBLEMS,
        ISOLATES,
        NETWORK,
        CALLS,
        TIMELINE,
        PROFILE,
        RUNS
    }

    /// Pages of the inspector.
    enum Page {
        GRANTS,
        LIMITS,
        NETWORK,
        CODE
    }
}
