package dev.dynamicworkers.playground.app.settings.layout;

/// How the main window's room is shared out.
///
/// @param left share of the width that the left area has
/// @param editors share of the height above the request row
/// @param bottom share of the height above the bottom area
/// @param exchange share of the width that the request has
/// @param groups share of the width that the parent's editor has
/// @param right share of the width left of the right area
public record Shares(double left, double editors, double bottom, double exchange, double groups, double right) {
    /// As in a fresh installation.
    public static final Shares DEFAULT = new Shares(0.17, 0.42, 0.73, 0.5, 0.5, 0.775);

    /// Whether all of them leave something of everything.
    boolean isSound() {
        return isShare(left)
                && isShare(editors)
                && isShare(bottom)
                && isShare(exchange)
                && isShare(groups)
                && isShare(right)
                && left < right
                && editors <= bottom;
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }
}
