package dev.dynamicworkers.playground.app.code.assist;

import java.util.List;
import java.util.function.Consumer;

/// Who knows what the code of an editor means. Asked on the FX thread, and answers there, later or never.
public interface CodeAssist {
    /// Something that can be written.
    ///
    /// @param kind `method`, `property`, `class`, `keyword`, ...
    /// @param insert what replaces the text from `start` to the caret
    /// @param order sorts proposals, smaller first
    record Proposal(String label, String kind, String insert, int start, String order, boolean deprecated) {}

    /// What a name is.
    ///
    /// @param documentation may be empty
    record Explanation(String signature, String documentation) {}

    /// The call whose arguments are being written; the parameter at the caret is the part of the label from `start` to
    /// `end`.
    record Parameters(String label, int start, int end, String documentation) {}

    /// Whether proposals are wanted while one types.
    boolean isEager();

    /// What can be written at an offset.
    void complete(int offset, Consumer<List<Proposal>> then);

    /// What a proposal is.
    void describe(int offset, Proposal proposal, Consumer<Explanation> then);

    /// What the name at an offset is.
    void explain(int offset, Consumer<Explanation> then);

    /// The call around an offset.
    void parameters(int offset, Consumer<Parameters> then);

    /// Shows where the name at an offset is declared.
    void goToDefinition(int offset);
}
