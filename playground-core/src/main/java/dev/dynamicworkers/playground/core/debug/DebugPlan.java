package dev.dynamicworkers.playground.core.debug;

import java.util.List;

/// Where code of a project stands still. `debugger` statements count wherever debugging is on at all.
///
/// @param exceptions whether it stands still where an exception is thrown that no `try` around it catches
/// @param statements whether debugging is on for the sake of `debugger` statements alone
public record DebugPlan(List<Breakpoint> breakpoints, boolean exceptions, boolean statements) {
    /// Nothing is debugged, which costs nothing.
    public static final DebugPlan OFF = new DebugPlan(List.of(), /* exceptions= */ false, /* statements= */ false);

    public DebugPlan {
        breakpoints = List.copyOf(breakpoints);
    }

    /// Whether there is anything to stand still for.
    public boolean isOn() {
        return exceptions || statements || !breakpoints.isEmpty();
    }
}
