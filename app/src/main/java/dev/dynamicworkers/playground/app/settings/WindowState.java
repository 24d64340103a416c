package dev.dynamicworkers.playground.app.settings;

/// Where the window was and how its room was shared out.
///
/// @param x left edge in pixels, NaN when never placed
/// @param y top edge in pixels, NaN when never placed
/// @param sideBar share of the width that the side bar has
/// @param editors share of the height above the request
/// @param tools share of the height above the tool tabs
/// @param exchange share of the width that the request has
/// @param groups share of the width that the parent's editor has
/// @param inspector share of the width left of the inspector
/// @param inspectorShown whether the inspector stands at the right, where there is room for it
public record WindowState(
        double x,
        double y,
        double width,
        double height,
        boolean maximized,
        double sideBar,
        double editors,
        double tools,
        double exchange,
        double groups,
        double inspector,
        boolean inspectorShown) {
    /// The layout of a fresh installation.
    public static final WindowState DEFAULT = new WindowState(
            Double.NaN,
            Double.NaN,
            1280,
            800,
            /* maximized= */ false,
            0.17,
            0.42,
            0.73,
            0.5,
            0.5,
            0.775,
            /* inspectorShown= */ true);
}
