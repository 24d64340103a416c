package dev.dynamicworkers.playground.app.session;

/// Something that one panel asks of another, or of the window.
public sealed interface Wish {
    /// Shows a tool.
    ///
    /// @param filter what its list is narrowed to, empty for all
    record ShowTool(Tool tool, String filter) implements Wish {}

    /// Shows a page of the inspector.
    ///
    /// @param subject row that is meant: a grant's name, an address; empty for the page as a whole
    record Inspect(Page page, String subject) implements Wish {}

    /// Shows a request, for sending it again.
    record Compose(RequestDraft draft) implements Wish {}

    /// Tools that can be asked for.
    enum Tool {
        CONSOLE,
        PROBLEMS,
        ISOLATES,
        NETWORK,
        CALLS,
        TIMELINE,
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
