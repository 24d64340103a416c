package dev.dynamicworkers.playground.app.fx;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/// A list with the details of its selected row: beside it, and below it where there is little room. FX thread.
public final class Details extends SplitPane {
    private static final double NARROW = 560;
    private static final double BELOW_AT = 0.6;

    /// From this width on there is room for details that say only what they are for.
    private static final double ROOMY = 800;

    /// Words beside a list need this much.
    private static final double LEAST = 190;

    private final Region details;
    private final ObservableValue<Boolean> chosen;
    private final double besideAt;

    /// @param besideAt part of the width that the list has
    /// @param chosen whether something of the list is chosen; while nothing is, details give way in a narrow place
    public Details(Node list, Region details, double besideAt, ObservableValue<Boolean> chosen) {
        super(list, details);
        this.details = details;
        this.besideAt = besideAt;
        this.chosen = chosen;
        setResizableWithParent(details, false);
        setDividerPositions(besideAt);
        widthProperty().subscribe(width -> {
            arrange(width.doubleValue());
            showDetails();
        });
        details.setMinWidth(LEAST);
        chosen.subscribe(this::showDetails);
    }

    private void showDetails() {
        boolean shown = chosen.getValue() || getWidth() >= ROOMY || getWidth() <= 0;
        if (shown != getItems().contains(details)) {
            if (shown) {
                getItems().add(details);
                setDividerPositions(getOrientation() == Orientation.VERTICAL ? BELOW_AT : besideAt);
            } else {
                getItems().remove(details);
            }
        }
    }

    private void arrange(double width) {
        Orientation wanted = width > 0 && width < NARROW ? Orientation.VERTICAL : Orientation.HORIZONTAL;
        if (wanted != getOrientation()) {
            setOrientation(wanted);
            details.setMinWidth(wanted == Orientation.VERTICAL ? 0 : LEAST);
            setDividerPositions(wanted == Orientation.VERTICAL ? BELOW_AT : besideAt);
        }
    }
}
