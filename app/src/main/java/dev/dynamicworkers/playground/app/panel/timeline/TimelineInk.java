package dev.dynamicworkers.playground.app.panel.timeline;

/// The colours of a kind of mark where it leaves the window, by their names in a theme.
record TimelineInk(String fill, String edge) {
    static TimelineInk of(String kind) {
        return switch (kind) {
            case "event" -> new TimelineInk("info-muted", "parent");
            case "load" -> new TimelineInk("warning-muted", "dynamic");
            case "request" -> new TimelineInk("ok-muted", "ok");
            case "refused" -> new TimelineInk("killed-muted", "killed");
            case "call", "phase" -> new TimelineInk("hover", "text-muted");
            case "drain" -> new TimelineInk("info-muted", "note");
            default -> new TimelineInk("text-muted", "text-muted");
        };
    }
}
