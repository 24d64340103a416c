package dev.dynamicworkers.playground.app.panel.request;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// One header field while it is being written.
public final class HeaderRow {
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty value = new SimpleStringProperty("");

    HeaderRow(String name, String value) {
        this.name.set(name);
        this.value.set(value);
    }

    /// The field's name.
    public StringProperty nameProperty() {
        return name;
    }

    /// The field's value.
    public StringProperty valueProperty() {
        return value;
    }
}
