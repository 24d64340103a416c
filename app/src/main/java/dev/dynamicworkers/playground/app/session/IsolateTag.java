package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;

/// How lines and rows name an isolate.
///
/// @param hue 0 for the parent, 1 to 7 for dynamic workers, stable for one label
public record IsolateTag(String label, IsolateSnapshot.Role role, int hue) {
    private static final int HUES = 8;

    /// The tag of an isolate with this label.
    public static IsolateTag of(String label, IsolateSnapshot.Role role) {
        int hue = role == IsolateSnapshot.Role.PARENT
                ? 0
                : 1 + Math.floorMod(label.hashCode() * 31 + label.length(), HUES - 1);
        return new IsolateTag(label, role, hue);
    }
}
