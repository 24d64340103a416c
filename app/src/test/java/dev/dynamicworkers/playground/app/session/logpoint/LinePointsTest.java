package dev.dynamicworkers.playground.app.session.logpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How breakpoints follow their lines. A text is written as its lines with `/` between them.
final class LinePointsTest {
    private static final String FILE = "src/index.js";

    private final Breakpoints points = new Breakpoints();

    private static String text(String lines) {
        return lines.replace('/', '\n');
    }

    private List<String> shown() {
        return points.all().getOrDefault(FILE, List.of()).stream()
                .map(point -> point.line() + (point.isLost() ? " lost " : " ") + point.code())
                .toList();
    }

    /// The point is on the second line of the first text.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        lines above it come          | a();/b();/c();       | x();/a();/b();/c();      | 3 b();
        a line above it goes         | a();/b();/c();       | b();/c();                | 1 b();
        one of two equal lines       | b();/b();/c();       | x();/b();/b();/c();      | 3 b();
        the line is changed          | a();/bee(1);/c();    | a();/bee(12);/c();       | 2 bee(12);
        the line is indented         | a();/b();/c();       | a();/    b();/c();       | 2 b();
        the line and its like come   | a();/bee(1);/c();    | a();/x();/bee(2);/c();   | 3 bee(2);
        the line goes up             | a();/b();/c();       | b();/a();/c();           | 1 b();
        the line goes                | a();/b();/c();       | a();/c();                | 2 lost b();
        another takes its place      | a();/b();/c();       | a();/return url;/c();    | 2 lost b();
        the file ends before it      | a();/b();            | a();                     | 1 lost b();
        nothing changes              | a();/b();/c();       | a();/b();/c();           | 2 b();
        """)
    void aPointFollowsItsLine(String what, String before, String after, String where) {
        points.put(FILE, text(before), 2, "");
        points.follow(FILE, text(before), text(after));
        assertThat(shown()).as(what).containsExactly(where);
    }

    @Test
    void whatIsLostComesBackWithItsLineAndIsNotForgottenByOtherChanges() {
        points.put(FILE, text("a();/b();/c();"), 2, "x > 1");
        points.find(FILE, text("a();/c();"));
        assertThat(shown()).containsExactly("2 lost b();");
        assertThat(points.of(FILE, text("a();/c();"))).as("those that count").isEmpty();

        points.put(FILE, text("a();/c();"), 1, "");
        assertThat(shown()).containsExactly("1 a();", "2 lost b();");
        points.follow(FILE, text("a();/c();"), text("a();/c();/b();"));
        assertThat(shown()).containsExactly("1 a();", "3 b();");
        assertThat(points.of(FILE, text("a();/c();/b();")).getLast().expression())
                .isEqualTo("x > 1");

        points.find(FILE, null);
        assertThat(shown()).as("the file is gone").containsExactly("1 lost a();", "3 lost b();");
        points.find(FILE, text("a();/b();/c();"));
        assertThat(shown()).containsExactly("1 a();", "2 b();");
    }

    @Test
    void aLostPointIsTakenAwayWhereItIsShown() {
        points.put(FILE, text("a();/b();/c();"), 3, "");
        points.find(FILE, text("a();"));
        assertThat(shown()).containsExactly("1 lost c();");
        assertThat(points.remove(FILE, text("a();"), 1)).isTrue();
        assertThat(points.all()).isEmpty();
    }

    @Test
    void pointsGoAlongWithTheirFile() {
        points.put("src/a.js", "a();", 1, "");
        points.put("src/deep/b.js", "b();", 1, "");
        points.put("srcs/c.js", "c();", 1, "");
        points.moved("src", "lib");
        assertThat(points.all()).containsOnlyKeys("lib/a.js", "lib/deep/b.js", "srcs/c.js");
    }

    @Test
    void whatIsRestoredGivesWayToWhatIsThere() {
        points.put(FILE, "a();", 1, "mine");
        points.restore(
                Map.of(FILE, List.of(new LinePoints.Point(1, "a();", "kept"), new LinePoints.Point(2, "b();", ""))));
        assertThat(points.all().get(FILE))
                .extracting(LinePoints.Point::expression)
                .containsExactly("mine", "");
    }
}
