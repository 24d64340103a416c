package dev.dynamicworkers.playground.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.json.JsonValue.ArrayValue;
import dev.dynamicworkers.playground.core.json.JsonValue.ObjectValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Writes random values with random layout, notes where each begins, and reads them back.
final class JsoncPositionsPropertyTest {
    @Property(tries = 300)
    void everyValueAndKeyStandsWhereItWasWritten(@ForAll long seed) {
        var writer = new LayoutWriter(new Random(seed));
        writer.gap();
        writer.value(0);
        writer.gap();

        List<SourcePosition> found = new ArrayList<>();
        collect(JsoncReader.read(writer.text.toString()), found);

        assertThat(found).isEqualTo(writer.positions);
    }

    private static void collect(JsonValue value, List<SourcePosition> found) {
        found.add(value.position());
        switch (value) {
            case ObjectValue object ->
                object.members().forEach(member -> {
                    found.add(member.keyPosition());
                    collect(member.value(), found);
                });
            case ArrayValue array -> array.elements().forEach(element -> collect(element, found));
            default -> {}
        }
    }

    /// Text under construction; knows the place of its end.
    private static final class LayoutWriter {
        private static final List<String> GAPS =
                List.of("", " ", "\n", "\r\n", "\t", "// line \"\n", "/* block\n { */", "  ");
        private static final List<String> SCALARS =
                List.of("true", "false", "null", "0", "-12.5e+3", "\"\"", "\"a\\n\\u00e9\"", "\"ü\uD83D\uDE00 //\"");

        final StringBuilder text = new StringBuilder();
        final List<SourcePosition> positions = new ArrayList<>();
        private final Random random;

        LayoutWriter(Random random) {
            this.random = random;
        }

        void gap() {
            text.append(GAPS.get(random.nextInt(GAPS.size())));
        }

        void value(int depth) {
            note();
            // The outermost value is no scalar: the parser wants white space after such, and no comment.
            int kind = depth > 4 ? 0 : random.nextInt(depth == 0 ? 1 : 0, 3);
            if (kind == 0) {
                text.append(SCALARS.get(random.nextInt(SCALARS.size())));
                return;
            }
            text.append(kind == 1 ? '[' : '{');
            int size = random.nextInt(4);
            for (int i = 0; i < size; i++) {
                gap();
                if (kind == 2) {
                    note();
                    text.append("\"k").append(i).append('"');
                    gap();
                    text.append(':');
                    gap();
                }
                value(depth + 1);
                gap();
                text.append(i < size - 1 || random.nextBoolean() ? "," : "");
            }
            gap();
            text.append(kind == 1 ? ']' : '}');
        }

        private void note() {
            int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
            positions.add(new SourcePosition(line, text.length() - text.lastIndexOf("\n")));
        }
    }
}
