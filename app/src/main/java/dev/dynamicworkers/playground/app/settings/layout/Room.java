package dev.dynamicworkers.playground.app.settings.layout;

/// How much room the main window has, in pixels after zoom.
///
/// @param wide whether two editors have room for code beside a right area
/// @param tall whether three rows have room for their work
/// @param slim whether a left area would take a third of the width
/// @param beside whether request and response have room side by side; else one stands above the other
public record Room(boolean wide, boolean tall, boolean slim, boolean beside) {
    /// Room for everything.
    public static final Room AMPLE =
            new Room(/* wide= */ true, /* tall= */ true, /* slim= */ false, /* beside= */ true);

    private static final double WIDE = 1100;
    private static final double BESIDE = 1000;
    private static final double TALL = 640;
    private static final double SLIM = 880;

    /// The room of a window of this size.
    public static Room of(double width, double height) {
        return new Room(width >= WIDE, height >= TALL, width < SLIM, width >= BESIDE);
    }
}
