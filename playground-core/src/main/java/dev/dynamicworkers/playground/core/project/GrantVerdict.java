package dev.dynamicworkers.playground.core.project;

import java.time.Duration;

/// What the overlay decides about one call.
public sealed interface GrantVerdict {
    /// The call goes on as the code has it.
    GrantVerdict ALLOWED = new Allowed();

    /// It goes on.
    record Allowed() implements GrantVerdict {}

    /// It fails.
    ///
    /// @param rule the line of the overlay, such as `parent.grants.NOTES = "off"`
    /// @param reason what is refused and why, without a full stop
    record Denied(String rule, String reason) implements GrantVerdict {
        /// What guest code gets as the error's message.
        public String message() {
            return reason + " (playground overlay: " + rule + ").";
        }

        /// What a person can do about it.
        public String hint() {
            return "Change " + rule + " in " + PlaygroundFile.NAME
                    + ", or in the Inspector's Grants; it applies at once.";
        }
    }

    /// A person decides.
    ///
    /// @param answerTime after which no answer is a no
    record Asked(String rule, Duration answerTime) implements GrantVerdict {}

    /// It is answered by a fixture.
    record Fixed(String rule, Fixture fixture) implements GrantVerdict {}
}
