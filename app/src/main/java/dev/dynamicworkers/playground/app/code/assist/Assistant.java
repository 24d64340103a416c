package dev.dynamicworkers.playground.app.code.assist;

import dev.dynamicworkers.playground.app.fx.FxThread;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.event.MouseOverTextEvent;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.jspecify.annotations.Nullable;

/// Helps in one code area: proposals while one types, explanations under the mouse, parameters of calls. FX thread.
public final class Assistant implements AutoCloseable {
    private static final Duration HOVER_AFTER = Duration.ofMillis(450);
    private static final int LINE_HEIGHT = 18;

    private final CodeArea area;
    private final BooleanSupplier inCode;
    private final ProposalList proposals = new ProposalList();
    private final Bubble explanation = new Bubble("code-explanation");
    private final Bubble parameters = new Bubble("code-parameters");
    private final SmallQuestion question;
    private @Nullable CodeAssist assist;
    private List<CodeAssist.Proposal> found = List.of();
    private int start;
    private long asked;

    /// @param inCode whether the caret is in code and not within a string or a comment
    /// @param problems what is wrong on a line, counted from 0
    public Assistant(CodeArea area, BooleanSupplier inCode, IntFunction<String> problems) {
        this.area = area;
        this.inCode = inCode;
        question = new SmallQuestion(area);
        proposals.onAccept(this::insert);
        proposals.onChoose(this::describe);
        area.setMouseOverTextDelay(HOVER_AFTER);
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN, event -> {
            Point2D at = event.getScreenPosition();
            int line = area.offsetToPosition(event.getCharacterIndex(), Bias.Forward)
                    .getMajor();
            explain(
                    event.getCharacterIndex(),
                    new BoundingBox(at.getX(), at.getY() - LINE_HEIGHT, 1, LINE_HEIGHT + 6),
                    problems.apply(line));
        });
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, event -> explanation.hide());
        area.addEventFilter(MouseEvent.MOUSE_CLICKED, event -> {
            CodeAssist help = assist;
            boolean single = event.getButton() == MouseButton.PRIMARY && event.isStillSincePress();
            if (help != null && single && event.isShortcutDown()) {
                help.goToDefinition(area.hit(event.getX(), event.getY()).getInsertionIndex());
                event.consume();
            }
        });
        area.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> hide());
        area.focusedProperty().subscribe(focused -> {
            if (!focused) {
                hide();
            }
        });
        area.estimatedScrollYProperty().values().subscribe(y -> hide());
    }

    /// Names who knows what the code means.
    public void helpedBy(CodeAssist help) {
        assist = help;
    }

    // What one types

    /// Lets keys go to what is shown over the code.
    ///
    /// @return whether the key did something there
    public boolean keyPressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return false;
        }
        if (proposals.isShown()) {
            switch (event.getCode()) {
                case DOWN -> proposals.move(1);
                case UP -> proposals.move(-1);
                case PAGE_DOWN -> proposals.page(1);
                case PAGE_UP -> proposals.page(-1);
                case ENTER, TAB -> proposals.accept();
                case ESCAPE -> proposals.hide();
                case LEFT, RIGHT, HOME, END -> {
                    proposals.hide();
                    return false;
                }
                default -> {
                    return false;
                }
            }
            return true;
        }
        boolean escape = event.getCode() == KeyCode.ESCAPE;
        if (escape && (parameters.isShown() || explanation.isShown())) {
            hide();
            return true;
        }
        return false;
    }

    /// Follows a change that the person made.
    ///
    /// @param inserted what was typed, empty for a deletion
    public void typed(String inserted) {
        CodeAssist help = assist;
        if (help == null || !area.isFocused()) {
            return;
        }
        explanation.hide();
        // The caret moves after the text changed.
        FxThread.onNextFrame(() -> follow(help, inserted));
    }

    private void follow(CodeAssist help, String inserted) {
        boolean name = inserted.length() == 1 && Character.isJavaIdentifierPart(inserted.charAt(0));
        if (proposals.isShown() && (name || inserted.isEmpty()) && area.getCaretPosition() >= start) {
            filter();
        } else if (!inserted.isEmpty() && !name) {
            proposals.hide();
        } else if (inserted.isEmpty()) {
            proposals.hide();
        }
        if (help.isEager() && inCode.getAsBoolean()) {
            if (inserted.equals(".") || (name && (isFirstOfName() || proposals.isShown()))) {
                complete();
            } else if (inserted.startsWith("(") || inserted.equals(",")) {
                showParameters();
            }
        }
        if (parameters.isShown() && inserted.startsWith(")")) {
            parameters.hide();
        }
    }

    private boolean isFirstOfName() {
        int at = area.getCaretPosition();
        boolean digit = at > 0 && Character.isDigit(area.getText(at - 1, at).charAt(0));
        return !digit
                && (at < 2
                        || !Character.isJavaIdentifierPart(
                                area.getText(at - 2, at - 1).charAt(0)));
    }

    // What one asks for

    /// Shows what can be written at the caret.
    public void complete() {
        CodeAssist help = assist;
        if (help == null) {
            return;
        }
        int at = area.getCaretPosition();
        long number = ++asked;
        help.complete(at, all -> {
            boolean still = number == asked && area.isFocused() && area.getCaretPosition() >= at;
            if (!still || all.isEmpty()) {
                return;
            }
            found = all;
            start = all.getFirst().start();
            filter();
        });
    }

    private void filter() {
        int caret = area.getCaretPosition();
        String written = caret >= start ? area.getText(start, caret) : "";
        if (caret < start || !written.chars().allMatch(Character::isJavaIdentifierPart)) {
            proposals.hide();
            return;
        }
        caretBounds().ifPresent(place -> proposals.show(area, place, found, written));
    }

    private void describe(CodeAssist.Proposal proposal) {
        CodeAssist help = assist;
        if (help != null) {
            help.describe(area.getCaretPosition(), proposal, text -> {
                if (proposals.isShown() && proposal.equals(proposals.chosen())) {
                    caretBounds().ifPresent(place -> proposals.explain(area, place, text));
                }
            });
        }
    }

    private void insert(CodeAssist.Proposal proposal) {
        area.getUndoManager().preventMerge();
        area.replaceText(proposal.start(), area.getCaretPosition(), proposal.insert());
        area.getUndoManager().preventMerge();
        area.requestFollowCaret();
        asked++;
        FxThread.onNextFrame(proposals::hide);
    }

    /// Shows what the name at the caret is.
    public void explain() {
        caretBounds().ifPresent(place -> explain(area.getCaretPosition(), place, ""));
    }

    private void explain(int offset, Bounds place, String problems) {
        CodeAssist help = assist;
        if (!problems.isEmpty()) {
            explanation.show(area, place, problems, new CodeAssist.Explanation("", ""));
        }
        if (help != null) {
            help.explain(offset, text -> {
                if (!proposals.isShown()) {
                    explanation.show(area, place, problems, text);
                }
            });
        }
    }

    /// Shows the parameters of the call around the caret.
    public void showParameters() {
        CodeAssist help = assist;
        if (help != null) {
            int at = area.getCaretPosition();
            help.parameters(at, call -> {
                if (area.isFocused() && !proposals.isShown()) {
                    caretBounds().ifPresent(place -> parameters.show(area, above(place), call));
                }
            });
        }
    }

    private static Bounds above(Bounds caret) {
        return new BoundingBox(caret.getMinX(), caret.getMinY(), caret.getWidth(), caret.getHeight() + 4);
    }

    /// Lets the person choose one of some things at the caret.
    public void choose(String title, Map<String, Runnable> choices) {
        List<SmallQuestion.Choice> all = new LinkedHashMap<>(choices)
                .entrySet().stream()
                        .map(entry -> new SmallQuestion.Choice(entry.getKey(), entry.getValue()))
                        .toList();
        caretBounds().ifPresent(place -> question.choose(place, title, all));
    }

    /// Asks for a name at the caret.
    public void ask(String title, String before, Consumer<String> then) {
        caretBounds().ifPresent(place -> question.ask(place, title, before, then));
    }

    private Optional<Bounds> caretBounds() {
        return area.getCaretBounds();
    }

    /// Takes away all that lies over the code.
    public void hide() {
        asked++;
        proposals.hide();
        explanation.hide();
        parameters.hide();
    }

    @Override
    public void close() {
        hide();
        question.hide();
    }
}
