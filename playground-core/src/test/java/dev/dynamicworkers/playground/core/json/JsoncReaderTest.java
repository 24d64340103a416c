package dev.dynamicworkers.playground.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamicworkers.playground.core.json.JsonValue.ObjectValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsoncReaderTest {
    @Test
    void commentsAndTrailingCommasAreAllowed() {
        var value = JsoncReader.read("// one\n{ /* two */ \"a\": [1, 2,], }\n// three");

        assertThat(value.toJson()).isEqualTo("{\"a\":[1,2]}");
        assertThat(value.position()).isEqualTo(new SourcePosition(2, 1));
    }

    @Test
    void keysAndValuesKnowWhereTheyStand() {
        var object = (ObjectValue) JsoncReader.read("{\r\n  \"name\": \"x\",\n\t\"n\": -1.5e3 }");

        var name = object.member("name").orElseThrow();
        assertThat(name.keyPosition()).isEqualTo(new SourcePosition(2, 3));
        assertThat(name.value().position()).isEqualTo(new SourcePosition(2, 11));
        assertThat(object.get("n").orElseThrow().position()).isEqualTo(new SourcePosition(3, 7));
    }

    @Test
    void theLastOfRepeatedKeysCounts() {
        var object = (ObjectValue) JsoncReader.read("{\"a\": 1, \"a\": 2}");

        assertThat(object.get("a").orElseThrow().toJson()).isEqualTo("2");
        assertThat(object.members()).hasSize(2);
    }

    @Test
    void aByteOrderMarkIsSkipped() {
        assertThat(JsoncReader.read("\uFEFF{}").toJson()).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | 1 | 1",
                "`{` | 1 | 2",
                "`{\"a\" 1}` | 1 | 6",
                "`{\"a\": }` | 1 | 7",
                "`{} {}` | 1 | 4",
                "`[01]` | 1 | 3",
            })
    void whatIsNotJsonIsReportedWithItsPlace(String text, int line, int column) {
        assertThatThrownBy(() -> JsoncReader.read(text))
                .isInstanceOfSatisfying(
                        JsoncException.class,
                        broken -> assertThat(broken.position()).isEqualTo(new SourcePosition(line, column)));
    }

    @Test
    void deepNestingIsRefusedInsteadOfOverflowingTheStack() {
        assertThatThrownBy(() -> JsoncReader.read("[".repeat(100_000))).isInstanceOf(JsoncException.class);
    }
}
