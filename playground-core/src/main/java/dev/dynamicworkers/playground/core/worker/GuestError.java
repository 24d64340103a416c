package dev.dynamicworkers.playground.core.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// An error that guest code threw and nobody caught, as text.
///
/// @param name the error's class or `name`; empty for the cause of an error that is a value of another kind
/// @param message its message, without the name; such a value as the console prints it
/// @param stack the stack as guest code would see it, already mapped to source lines; null when there is none
/// @param frames the same stack taken apart, innermost first; empty when there is none
/// @param hint what the playground knows beyond the platform's message, such as which part of a value cannot be cloned
/// @param causes what it says that it comes from
public record GuestError(
        String name,
        String message,
        @Nullable String stack,
        List<Frame> frames,
        @Nullable String hint,
        Causes causes) {
    /// How many frames of a stack are told, the innermost ones.
    public static final int MOST_FRAMES = 200;

    /// How far a chain of causes is followed.
    public static final int MOST_DEPTH = 8;

    /// How many causes one error is told with, all levels together.
    public static final int MOST_CAUSES = 20;

    /// How many characters the message of a cause is told with.
    public static final int LONGEST_CAUSE = 4_000;

    public GuestError {
        frames = List.copyOf(frames);
    }

    /// An error without causes.
    public GuestError(String name, String message, @Nullable String stack, List<Frame> frames, @Nullable String hint) {
        this(name, message, stack, frames, hint, Causes.NONE);
    }

    /// An error of which nothing more is known.
    public GuestError(String name, String message, @Nullable String stack, List<Frame> frames) {
        this(name, message, stack, frames, null);
    }

    /// The same error with a hint.
    public GuestError hinting(@Nullable String text) {
        return new GuestError(name, message, stack, frames, text, causes);
    }

    /// The same error with what it comes from.
    public GuestError causedBy(Causes from) {
        return new GuestError(name, message, stack, frames, hint, from);
    }

    /// Name and message in a line for people.
    public String headline() {
        return message.isEmpty() ? name : name.isEmpty() ? message : name + ": " + message;
    }

    /// All that it comes from, each right behind what it is the cause of.
    public List<CauseStep> steps() {
        List<CauseStep> steps = new ArrayList<>();
        addSteps(steps, 0);
        return List.copyOf(steps);
    }

    private void addSteps(List<CauseStep> into, int depth) {
        GuestError cause = causes.cause();
        if (cause != null) {
            into.add(new CauseStep(depth, "Caused by: ", cause));
            cause.addSteps(into, depth + 1);
        }
        GuestError later = causes.error();
        if (later != null) {
            into.add(new CauseStep(depth, "Error: ", later));
            later.addSteps(into, depth + 1);
        }
        GuestError hidden = causes.suppressed();
        if (hidden != null) {
            into.add(new CauseStep(depth, "Suppressed by it: ", hidden));
            hidden.addSteps(into, depth + 1);
        }
        int all = causes.errors().size() + (cause == null ? causes.leftOut() : 0);
        for (int i = 0; i < causes.errors().size(); i++) {
            GuestError each = causes.errors().get(i);
            into.add(new CauseStep(depth, "Error " + (i + 1) + " of " + all + ": ", each));
            each.addSteps(into, depth + 1);
        }
        if (causes.leftOut() > 0) {
            into.add(new CauseStep(
                    depth,
                    causes.leftOut() + (causes.leftOut() == 1 ? " cause is" : " causes are") + " left out",
                    null));
        }
    }

    /// What an error says that it comes from: its property `cause`, of an `AggregateError` its `errors`, of a
    /// `SuppressedError` its `error` and what that suppressed.
    ///
    /// @param cause null for none
    /// @param errors in their order
    /// @param leftOut how many there are beyond these, for their number or their depth
    /// @param error null for none; thrown while something was disposed of because of the next
    /// @param suppressed null for none
    public record Causes(
            @Nullable GuestError cause,
            List<GuestError> errors,
            int leftOut,
            @Nullable GuestError error,
            @Nullable GuestError suppressed) {
        /// None.
        public static final Causes NONE = new Causes(null, List.of(), 0);

        public Causes {
            errors = List.copyOf(errors);
        }

        /// Of an error that suppresses none.
        public Causes(@Nullable GuestError cause, List<GuestError> errors, int leftOut) {
            this(cause, errors, leftOut, null, null);
        }

        /// Whether it comes from nothing that is known.
        public boolean isNone() {
            return equals(NONE);
        }
    }

    /// One of the errors that another comes from, or a word on those that are left out.
    ///
    /// @param depth 0 for what the error itself names
    /// @param lead what stands before the error in a line for people, `Caused by: `
    /// @param error null for the word on those that are left out
    public record CauseStep(
            int depth, String lead, @Nullable GuestError error) {
        /// It in a line for people.
        public String line() {
            return error == null ? lead : lead + error.headline();
        }
    }

    /// One stack frame.
    ///
    /// @param function name of the function, empty for module code
    /// @param file module name within the worker, which for the parent is the path within the project
    /// @param line counts from 1
    /// @param column counts from 1
    public record Frame(String function, String file, int line, int column) {
        /// The same frame with other words, such as masked ones.
        public Frame worded(UnaryOperator<String> words) {
            return new Frame(words.apply(function), words.apply(file), line, column);
        }
    }
}
