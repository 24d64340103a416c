package dev.dynamicworkers.playground.app.panel.request;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;

/// Names that are proposed below a field while one types. FX thread.
final class NameProposals {
    /// Headers of requests that people write by hand.
    static final List<String> HEADERS = List.of(
            "accept",
            "accept-encoding",
            "accept-language",
            "authorization",
            "cache-control",
            "cf-connecting-ip",
            "content-encoding",
            "content-language",
            "content-type",
            "cookie",
            "date",
            "forwarded",
            "host",
            "if-match",
            "if-modified-since",
            "if-none-match",
            "if-range",
            "if-unmodified-since",
            "idempotency-key",
            "last-event-id",
            "origin",
            "pragma",
            "prefer",
            "range",
            "referer",
            "sec-fetch-mode",
            "te",
            "traceparent",
            "upgrade",
            "user-agent",
            "x-api-key",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-proto",
            "x-real-ip",
            "x-request-id",
            "x-requested-with");

    private static final int MOST = 8;

    private NameProposals() {}

    static void install(TextField field, List<String> names) {
        ContextMenu menu = new ContextMenu();
        menu.setHideOnEscape(true);
        field.textProperty().subscribe((before, text) -> {
            List<String> found = matching(names, text);
            if (!field.isFocused() || found.isEmpty()) {
                menu.hide();
                return;
            }
            menu.getItems().setAll(found.stream().map(name -> item(field, name)).toList());
            if (!menu.isShowing()) {
                menu.show(field, Side.BOTTOM, 0, 0);
            }
        });
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                menu.hide();
            }
        });
    }

    private static MenuItem item(TextField field, String name) {
        MenuItem item = new MenuItem(name);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> {
            field.setText(name);
            field.end();
        });
        return item;
    }

    /// Names that begin with what was typed, then those that have it elsewhere; none for a whole name.
    static List<String> matching(List<String> names, String text) {
        String typed = text.strip().toLowerCase(Locale.ROOT);
        if (typed.isEmpty() || names.contains(typed)) {
            return List.of();
        }
        return Stream.concat(
                        names.stream().filter(name -> name.startsWith(typed)),
                        names.stream().filter(name -> name.indexOf(typed) > 0))
                .limit(MOST)
                .toList();
    }
}
