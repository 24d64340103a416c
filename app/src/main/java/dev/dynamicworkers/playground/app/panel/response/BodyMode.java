package dev.dynamicworkers.playground.app.panel.response;

import java.util.Locale;

/// A way to look at a body.
public enum BodyMode {
    PICTURE("Picture", "Body as a picture"),
    PRETTY("Pretty", "Body laid out for reading"),
    TREE("Tree", "Body as a tree of values"),
    TEXT("Text", "What the page says, without its tags"),
    EVENTS("Events", "Body piece by piece, as it came"),
    RAW("Raw", "Body as it came"),
    HEX("Hex", "Bytes of the body");

    private final String title;
    private final String description;

    BodyMode(String title, String description) {
        this.title = title;
        this.description = description;
    }

    /// As its button says it.
    public String title() {
        return title;
    }

    /// What screen readers say.
    public String description() {
        return description;
    }

    /// Last part of the ids of its nodes.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
