package dev.dynamicworkers.playground.app.theme;

import java.util.List;
import java.util.Locale;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// The fonts that code can be shown in. Safe on any thread.
public final class CodeFonts {
    /// The font that comes along.
    public static final String OWN = "JetBrains Mono";

    private static final double SIZE = 20;
    private static final double SAME = 0.01;

    private CodeFonts() {}

    /// Families of this machine whose letters are all of one width, the own one first. Measures them; takes a while.
    public static List<String> monospaced() {
        return Font.getFamilies().stream()
                .filter(family -> !family.equals(OWN))
                .filter(CodeFonts::isMonospaced)
                .collect(
                        () -> new java.util.ArrayList<>(List.of(OWN)),
                        java.util.ArrayList::add,
                        java.util.ArrayList::addAll);
    }

    private static boolean isMonospaced(String family) {
        Font font = Font.font(family, SIZE);
        double wide = width("W", font);
        return wide > 0
                && Math.abs(wide - width("i", font)) < SAME
                && Math.abs(wide - width(".", font)) < SAME
                && !family.toLowerCase(Locale.ROOT).contains("emoji");
    }

    private static double width(String letter, Font font) {
        Text text = new Text(letter);
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }

    /// Whether there is such a family.
    public static boolean exists(String family) {
        return Font.font(family, SIZE).getFamily().equalsIgnoreCase(family);
    }
}
