package dev.dynamicworkers.playground.core.language;

import java.util.List;

/// What the language service answers. Offsets count UTF-16 units from the start of a file's text.
public sealed interface CodeAnswer {
    /// A place in a file of the project.
    ///
    /// @param path within the project
    /// @param line counts from 1
    /// @param column counts from 1
    record Span(String path, int start, int end, int line, int column) implements CodeAnswer {}

    /// A replacement in a file.
    record Edit(Span span, String text) implements CodeAnswer {}

    /// Something that can be written where the caret is.
    ///
    /// @param kind `method`, `property`, `class`, `keyword`, ...: TypeScript's words
    /// @param insert what replaces the text from `start` to `end`
    /// @param order sorts proposals, smaller first
    record Proposal(String label, String kind, String insert, int start, int end, String order, boolean deprecated)
            implements CodeAnswer {}

    /// What a name is.
    ///
    /// @param signature its declaration in one or a few lines
    /// @param documentation what its author says of it, may be empty
    record Description(String signature, String documentation, int start, int end) implements CodeAnswer {}

    /// The function that is being called, and its parameter at the caret.
    ///
    /// @param start of the parameter within the label
    /// @param end of the parameter within the label
    record Signature(String label, int start, int end, String documentation) implements CodeAnswer {}

    /// Something that is wrong with the code.
    ///
    /// @param error whether it can't be right; else it is likely a mistake
    record Finding(Span span, String message, int code, boolean error) implements CodeAnswer {}

    /// A way to mend the code.
    record Repair(String title, List<Edit> edits) implements CodeAnswer {
        public Repair {
            edits = List.copyOf(edits);
        }
    }

    /// All places that change with a name.
    ///
    /// @param refusal why it can't be renamed, empty when it can
    record Renaming(String refusal, List<Edit> edits) implements CodeAnswer {
        public Renaming {
            edits = List.copyOf(edits);
        }
    }

    /// The JavaScript that the engine makes of a TypeScript module.
    ///
    /// @param code empty where the module can't be parsed
    /// @param lowered whether `using` declarations in it become `try` blocks before it runs
    /// @param problem why it can't be parsed, empty when it can
    /// @param line of the problem, counted from 1
    /// @param column of the problem, counted from 1
    record Stripped(String code, boolean lowered, String problem, int line, int column) implements CodeAnswer {}

    /// A place of the parent's code that makes dynamic workers, and what gives them less.
    ///
    /// @param name id under which the loader keeps the worker, empty when there is none or the code computes it
    /// @param named whether there is an id at all
    /// @param refusal why its code can't be changed, one sentence; empty when it can
    /// @param left what the edits do not reach, and whom else they reach; whole sentences
    record LoaderSite(Span span, String name, boolean named, String refusal, List<Edit> edits, List<String> left) {
        public LoaderSite {
            edits = List.copyOf(edits);
            left = List.copyOf(left);
        }
    }
}
