package dev.dynamicworkers.playground.app.panel.console;

import dev.dynamicworkers.playground.app.fx.ValueTreePane;
import dev.dynamicworkers.playground.core.worker.GuestError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An error that nobody caught, as a tree: its stack, and what it comes from.
///
/// @param label what it is of the error it is in
/// @param error null for a word on causes that are not told
/// @param words that word, or a frame of the stack; empty for an error
record ThrownValue(String label, @Nullable GuestError error, String words) implements ValueTreePane.Branch {
    /// The error of a line; only where there is more of it than the line says.
    static List<ValueTreePane.Branch> of(GuestError error) {
        ThrownValue whole = new ThrownValue("thrown", error, "");
        return whole.isContainer() ? List.of(whole) : List.of();
    }

    @Override
    public String summary(int longest) {
        String text = error == null ? words : error.headline();
        return text.length() <= longest ? text : text.substring(0, longest) + "\u2026";
    }

    @Override
    public String kindWord() {
        return error == null ? "null" : "object";
    }

    @Override
    public boolean isContainer() {
        return !children().isEmpty();
    }

    @Override
    public List<ThrownValue> children() {
        List<ThrownValue> children = new ArrayList<>();
        if (error == null) {
            return children;
        }
        for (GuestError.Frame frame : error.frames()) {
            String place = frame.file() + ":" + frame.line() + ":" + frame.column();
            children.add(new ThrownValue(
                    "at", null, frame.function().isEmpty() ? place : frame.function() + " (" + place + ")"));
        }
        GuestError.Causes causes = error.causes();
        if (causes.cause() != null) {
            children.add(new ThrownValue("cause", causes.cause(), ""));
        }
        if (causes.error() != null) {
            children.add(new ThrownValue("error", causes.error(), ""));
        }
        if (causes.suppressed() != null) {
            children.add(new ThrownValue("suppressed", causes.suppressed(), ""));
        }
        for (int i = 0; i < causes.errors().size(); i++) {
            children.add(new ThrownValue("errors[" + i + "]", causes.errors().get(i), ""));
        }
        if (causes.leftOut() > 0) {
            children.add(new ThrownValue("\u2026", null, "not told: " + causes.leftOut() + " more"));
        }
        return children;
    }

    @Override
    public String pretty() {
        if (error == null) {
            return words;
        }
        StringBuilder text = new StringBuilder(error.headline());
        for (ThrownValue child : children()) {
            String lead = child.label.equals("at") ? "at " : child.label + ": ";
            text.append("\n    ").append(lead).append(child.pretty().replace("\n", "\n    "));
        }
        return text.toString();
    }
}
