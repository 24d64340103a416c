package dev.dynamicworkers.playground.app.panel.profile;

import dev.dynamicworkers.playground.app.panel.profile.ProfileViewModel.Branch;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Calls as bars, each below the one that called it and as wide as its time. Arrows go from bar to bar, Space draws one
/// as wide as there is room, 0 draws all again, Enter shows the code. The tree of calls says the same in words. FX
/// thread.
final class FlameChart extends Region {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double ROW = 20;
    private static final double GAP = 1;
    private static final double NARROWEST = 2;
    private static final double NAMED = 30;

    private final ProfileViewModel model;
    private final Consumer<ProfileRow> tell;
    private final List<Bar> bars = new ArrayList<>();
    private List<Call> top = List.of();
    private @Nullable Call zoomed;
    private @Nullable Call selected;

    /// A call that knows its caller.
    private static final class Call {
        final Branch branch;
        final @Nullable Call caller;
        final List<Call> callees;

        Call(Branch branch, @Nullable Call caller) {
            this.branch = branch;
            this.caller = caller;
            callees = branch.calls().stream().map(each -> new Call(each, this)).toList();
        }

        long micros() {
            return branch.row().spent().totalMicros();
        }
    }

    /// Where a call is drawn, in parts of the width.
    private record Bar(Call call, Label label, int depth, double from, double length) {}

    /// @param tell is told what is selected
    FlameChart(ProfileViewModel model, Consumer<ProfileRow> tell) {
        this.model = model;
        this.tell = tell;
        setId("profile-flame");
        setAccessibleText("Calls as bars");
        setFocusTraversable(true);
        getStyleClass().add("flame-chart");
        widthProperty().subscribe(width -> draw());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
    }

    /// Shows other calls.
    void show(List<Branch> found) {
        top = found.stream().map(branch -> new Call(branch, null)).toList();
        zoomed = null;
        selected = null;
        draw();
    }

    private void draw() {
        bars.clear();
        double width = getWidth();
        int depth = 0;
        List<Call> above = new ArrayList<>();
        for (Call at = zoomed; at != null; at = at.caller) {
            above.addFirst(at);
        }
        for (Call each : above) {
            add(each, depth++, 0, 1);
        }
        List<Call> below = zoomed == null ? top : zoomed.callees;
        double all = zoomed == null ? top.stream().mapToLong(Call::micros).sum() : zoomed.micros();
        if (width > 0 && all > 0) {
            addAll(below, depth, 0, all, width);
        }
        getChildren().setAll(bars.stream().map(Bar::label).toList());
        mark();
        requestLayout();
    }

    private void addAll(List<Call> calls, int depth, double from, double all, double width) {
        double at = from;
        for (Call call : calls) {
            double length = call.micros() / all;
            if (length * width >= NARROWEST) {
                add(call, depth, at, length);
                addAll(call.callees, depth + 1, at, all, width);
            }
            at += length;
        }
    }

    private void add(Call call, int depth, double from, double length) {
        ProfileRow row = call.branch.row();
        Label label = new Label(length * getWidth() >= NAMED ? row.name() : "");
        label.getStyleClass().addAll("flame-bar", "hue-" + row.isolate().hue());
        label.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                select(call);
                if (event.getClickCount() == 2) {
                    model.open(row);
                }
            }
        });
        label.setOnMouseEntered(event -> tell.accept(row));
        bars.add(new Bar(call, label, depth, from, length));
    }

    private void key(KeyEvent event) {
        boolean isKnown = true;
        switch (event.getCode()) {
            case DOWN -> select(selected == null ? first(top) : first(selected.callees));
            case UP -> select(selected == null ? first(top) : selected.caller);
            case RIGHT -> select(beside(1));
            case LEFT -> select(beside(-1));
            case SPACE -> zoom(selected);
            case DIGIT0, NUMPAD0 -> zoom(null);
            case ENTER -> model.open(selected == null ? null : selected.branch.row());
            default -> isKnown = false;
        }
        if (isKnown && !event.isShortcutDown()) {
            event.consume();
        }
    }

    private static @Nullable Call first(List<Call> calls) {
        return calls.isEmpty() ? null : calls.getFirst();
    }

    private @Nullable Call beside(int step) {
        Call at = selected;
        if (at == null) {
            return first(top);
        }
        List<Call> all = at.caller == null ? top : at.caller.callees;
        int index = all.indexOf(at) + step;
        return index < 0 || index >= all.size() ? null : all.get(index);
    }

    /// Draws a call as wide as there is room, or all of them.
    private void zoom(@Nullable Call call) {
        zoomed = Objects.equals(zoomed, call) ? null : call;
        draw();
    }

    private void select(@Nullable Call call) {
        if (call == null || bars.stream().noneMatch(bar -> bar.call.equals(call))) {
            return;
        }
        selected = call;
        ProfileRow row = call.branch.row();
        setAccessibleText(row.name() + ", " + ProfileRow.percent(row.totalShare()));
        tell.accept(row);
        mark();
    }

    private void mark() {
        for (Bar bar : bars) {
            bar.label.pseudoClassStateChanged(SELECTED, bar.call.equals(selected));
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return ROW * (1 + bars.stream().mapToInt(Bar::depth).max().orElse(0)) + 2 * GAP;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        for (Bar bar : bars) {
            double x = snapPositionX(bar.from * width);
            double end = snapPositionX((bar.from + bar.length) * width);
            bar.label.resizeRelocate(x, GAP + bar.depth * ROW, Math.max(1, end - x - GAP), ROW - GAP);
        }
    }
}
