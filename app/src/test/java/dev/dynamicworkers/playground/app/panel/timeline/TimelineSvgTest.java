package dev.dynamicworkers.playground.app.panel.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.session.IsolateTag;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The timeline as a document: shapes, text, both themes, words for those who do not see it.
final class TimelineSvgTest {
    private static final Pattern TAG = Pattern.compile("<(/?)([a-z]+)((?: [a-zA-Z0-9-]+=\"[^\"<&]*\")*)(/?)>");

    private static TimelineMark mark(TimelineMark.Kind kind, IsolateTag isolate, long number, long cause, String text) {
        double end = kind == TimelineMark.Kind.LOG ? 2 : 8;
        return new TimelineMark(kind, isolate, number, cause, 2, end, text, null);
    }

    private static String drawn(String... texts) {
        IsolateTag parent = IsolateTag.of("parent", IsolateSnapshot.Role.PARENT);
        IsolateTag dynamic = IsolateTag.of("greeter", IsolateSnapshot.Role.DYNAMIC);
        List<TimelineMark> above = List.of(
                mark(TimelineMark.Kind.EVENT, parent, 1, 0, texts[0]),
                mark(TimelineMark.Kind.LOG, parent, 0, 0, texts[1]));
        List<TimelineMark> below = List.of(mark(TimelineMark.Kind.EVENT, dynamic, 2, 1, texts[2]));
        List<TimelineMark> all = new ArrayList<>(above);
        all.addAll(below);
        return TimelineSvg.of(TimelineSheet.of(
                new TimelineViewModel.Picture(
                        "#7  GET /<x>",
                        7,
                        10,
                        List.of(TimelineLane.of(parent, above), TimelineLane.of(dynamic, below)),
                        all),
                text -> text.replace("sk-1&2", "[secret KEY]")));
    }

    /// Texts of the elements of a name; fails where elements are not closed in order or a sign is not escaped.
    private static List<String> texts(String svg, String name) {
        List<String> found = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>();
        Matcher tag = TAG.matcher(svg);
        int at = 0;
        while (tag.find()) {
            String before = svg.substring(at, tag.start());
            assertThat(before).doesNotContain("<", ">").doesNotContainPattern("&(?!(lt|gt|amp|quot);)");
            at = tag.end();
            if (!tag.group(1).isEmpty()) {
                assertThat(open.pop()).isEqualTo(tag.group(2));
                if (tag.group(2).equals(name)) {
                    found.add(before);
                }
            } else if (tag.group(4).isEmpty()) {
                open.push(tag.group(2));
            }
        }
        assertThat(open).isEmpty();
        assertThat(svg.substring(at)).isBlank();
        return found;
    }

    @Test
    void allOfItIsShapesAndSelectableText() {
        String svg = drawn("fetch GET /\u0000 & <b>", "log hello", "rpc greet(\"sk-1&2\")");
        assertThat(svg)
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" ")
                .contains("aria-labelledby=\"title desc\"");
        assertThat(texts(svg, "title"))
                .contains("Timeline of #7  GET /&lt;x&gt;", "log hello")
                .contains("fetch GET /\ufffd &amp; &lt;b&gt;, 6 ms");
        assertThat(texts(svg, "desc"))
                .containsExactly(
                        "2 isolates over 10 ms. parent: 1 bar, 1 console line. greeter: 1 bar, 0 console lines.");
        assertThat(texts(svg, "text")).contains("parent", "greeter", "0 ms", "rpc greet(&quot;[secret KEY]&quot;)");
        assertThat(svg).doesNotContain("<image", "foreignObject", "sk-1");
        assertThat(texts(svg, "style").getFirst()).contains("prefers-color-scheme: dark", "#ffffff", "#0d1117");
        assertThat(svg.split("class=\"arrow\"", -1)).hasSize(2);
    }
}
