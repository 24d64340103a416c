package dev.dynamicworkers.playground.app.theme;

import javafx.scene.Node;
import org.kordamp.ikonli.javafx.FontIcon;

/// The icons of the window, each by the meaning it has here.
public enum Icons {
    RUN("fltfmz-play-20"),
    STOP("fltfmz-stop-20"),
    SEND("fltrmz-send-20"),
    SEARCH("fltrmz-search-20"),
    SAVE("fltrmz-save-20"),
    WARNING("fltrmz-warning-20"),
    SHIELD("fltrmz-shield-20"),
    DENIED("fltrmz-shield-prohibited-20"),
    PARENT("fltrmz-shield-keyhole-20"),
    DYNAMIC("fltral-cube-20"),
    SUN("fltrmz-weather-sunny-20"),
    MOON("fltrmz-weather-moon-20"),
    FILES("fltral-document-20"),
    FILE("fltral-document-20"),
    FOLDER("fltral-folder-20"),
    CONFIG("fltrmz-settings-20"),
    NETWORK("fltral-globe-20"),
    HISTORY("fltral-history-20"),
    ISOLATES("fltral-layer-20"),
    CONSOLE("fltrmz-window-dev-tools-20"),
    ERROR("fltral-error-circle-20"),
    INFO("fltral-info-20"),
    OK("fltral-checkmark-circle-20"),
    ADD("fltral-add-20"),
    COPY("fltral-copy-20"),
    FILTER("fltral-filter-20"),
    CLEAR("fltral-delete-20"),
    CLOSE("fltral-dismiss-20"),
    NEXT("fltral-arrow-down-20"),
    PREVIOUS("fltral-arrow-up-20"),
    TIMER("fltrmz-timer-20"),
    LIMIT("fltrmz-timer-20"),
    MEMORY("fltral-data-usage-20"),
    PIN("fltrmz-pin-20"),
    EXPLAIN("fltral-lightbulb-20"),
    DOWNLOAD("fltral-arrow-download-20"),
    EXPORT("fltral-arrow-export-20"),
    PAUSE("fltrmz-pause-20"),
    WRAP("fltrmz-text-wrap-line-20"),
    CALLS("fltral-arrow-swap-20"),
    TIMELINE("fltral-data-bar-vertical-20"),
    PROFILE("fltral-data-pie-20"),
    INSPECTOR("fltrmz-shield-keyhole-20"),
    KEY("fltral-key-20"),
    PASTE("fltral-clipboard-paste-20"),
    MORE("fltrmz-more-20"),
    REFRESH("fltral-arrow-clockwise-20"),
    PALETTE("fltral-keyboard-20"),
    EXPAND("fltral-chevron-right-20"),
    COLLAPSE("fltral-chevron-down-20"),
    NEW_FILE("fltral-document-add-20"),
    NEW_FOLDER("fltral-folder-add-20"),
    RENAME("fltrmz-rename-20"),
    CUT("fltral-cut-20"),
    BELL("fltral-alert-20"),
    TASKS("fltrmz-task-list-20"),
    FIX("fltral-lightbulb-20"),
    SHARE("fltrmz-share-20"),
    UNDO("fltral-arrow-undo-20"),
    IMPORT("fltral-arrow-import-20"),
    LEARN("fltral-hat-graduation-20"),
    TEXT("fltrmz-text-field-20"),
    DATA("fltral-document-one-page-20"),
    CLOUD("fltral-cloud-20"),
    GRIP("fltrmz-re-order-dots-20"),
    BREAKPOINT("fltfal-circle-20"),
    BREAKPOINT_LOST("fltral-circle-20"),
    BREAKPOINT_CONDITION("fltfmz-question-circle-20"),
    STANDING("fltfal-arrow-right-20"),
    CONTINUE("fltfmz-play-20"),
    STEP_OVER("fltral-arrow-redo-20"),
    STEP_IN("fltral-arrow-down-20"),
    STEP_OUT("fltral-arrow-up-20"),
    DEBUG("fltral-bug-20"),
    COLUMNS("fltrmz-text-column-three-20"),
    IMAGE("fltral-image-20"),
    ENGINE_LOST("fltrmz-plug-disconnected-20");

    private final String literal;

    Icons(String literal) {
        this.literal = literal;
    }

    /// The name in the icon font.
    public String literal() {
        return literal;
    }

    /// A fresh node in the colour of the text around it.
    public Node node() {
        return node(16);
    }

    /// A fresh node of this size in pixels.
    public Node node(int size) {
        FontIcon icon = new FontIcon(literal);
        icon.setIconSize(size);
        icon.setMouseTransparent(true);
        return icon;
    }

    /// A fresh node with a style class that colours it.
    public Node node(int size, String styleClass) {
        Node icon = node(size);
        icon.getStyleClass().add(styleClass);
        return icon;
    }
}
