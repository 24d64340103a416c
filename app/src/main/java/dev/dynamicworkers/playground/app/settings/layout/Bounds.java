package dev.dynamicworkers.playground.app.settings.layout;

import java.util.List;

/// Where a window is, in pixels of all screens together.
///
/// @param x left edge, NaN when never placed
/// @param y top edge, NaN when never placed
public record Bounds(double x, double y, double width, double height) {
    /// What has to be on a screen for a person to get hold of a window: this much of its title.
    private static final double GRIP = 80;

    private static final double TITLE = 24;

    /// A size without a place.
    public static Bounds sized(double width, double height) {
        return new Bounds(Double.NaN, Double.NaN, width, height);
    }

    /// Whether it was ever placed.
    public boolean isPlaced() {
        return !Double.isNaN(x) && !Double.isNaN(y);
    }

    /// The same where a person can see it and get hold of it: a window whose title is on no screen comes into the
    /// middle of the first one, no larger than that.
    ///
    /// @param screens what there is to see, the main one first
    public Bounds on(List<Bounds> screens) {
        if (screens.isEmpty() || !isPlaced() || screens.stream().anyMatch(this::isReachableOn)) {
            return this;
        }
        Bounds screen = screens.getFirst();
        double fittingWidth = Math.min(width, screen.width);
        double fittingHeight = Math.min(height, screen.height);
        return new Bounds(
                screen.x + (screen.width - fittingWidth) / 2,
                screen.y + (screen.height - fittingHeight) / 2,
                fittingWidth,
                fittingHeight);
    }

    private boolean isReachableOn(Bounds screen) {
        double seen = Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x);
        return seen >= Math.min(GRIP, width) && y >= screen.y && y + TITLE <= screen.y + screen.height;
    }
}
