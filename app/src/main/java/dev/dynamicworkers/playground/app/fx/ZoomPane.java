package dev.dynamicworkers.playground.app.fx;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/// Shows one node larger or smaller, as if the window had fewer or more pixels. FX thread.
public final class ZoomPane extends Region {
    private final Parent content;
    private final DoubleProperty factor = new SimpleDoubleProperty(1);

    /// @param content fills the pane
    public ZoomPane(Parent content) {
        this.content = content;
        Scale scale = new Scale();
        scale.xProperty().bind(factor);
        scale.yProperty().bind(factor);
        content.getTransforms().add(scale);
        content.setManaged(false);
        getChildren().add(content);
        factor.subscribe(value -> requestLayout());
    }

    /// 1 for natural size.
    public DoubleProperty factorProperty() {
        return factor;
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth() / factor.get(), getHeight() / factor.get());
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(-1) * factor.get();
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(-1) * factor.get();
    }
}
