package dev.dynamicworkers.playground.app.fx;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/// A list with the details of its selected row: beside it, and below it where there is little room. FX thread.
public final class Details extends SplitPane {
    private static final double NARROW = 560;
    private static final double BELOW_AT = 0.6;

    private final double besideAt;

    /// @param besideAt part of the width that the list has
    public Details(Node list, Node details, double besideAt) {
        super(list, details);
        this.besideAt = besideAt;
        setResizableWithParent(details, false);
        setDividerPositions(besideAt);
        widthProperty().subscribe(width -> arrange(width.doubleValue()));
    }

    private void arrange(double width) {
        Orientation wanted = width > 0 && width < NARROW ? Orientation.VERTICAL : Orientation.HORIZONTAL;
        if (wanted != getOrientation()) {
            setOrientation(wanted);
            setDividerPositions(wanted == Orientation.VERTICAL ? BELOW_AT : besideAt);
        }
    }
}
