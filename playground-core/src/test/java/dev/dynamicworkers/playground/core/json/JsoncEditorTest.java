package dev.dynamicworkers.playground.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Changes of single values leave everything else of a text as it was.
final class JsoncEditorTest {
    /// `|` stands for a line end.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; a; 1; {|  \"a\": 1|}",
                "{ // none|}; a; 1; { // none|  \"a\": 1|}",
                "{ \"a\": 1 }; a; 2; { \"a\": 2 }",
                "{ \"a\": 1 }; b; 2; { \"a\": 1, \"b\": 2 }",
                "{ \"a\": 1, }; b; 2; { \"a\": 1, \"b\": 2 }",
                "{|    \"a\": 1 // one|}; b; 2; {|    \"a\": 1, // one|    \"b\": 2|}",
                "{|  \"a\": 1, // one|}; b; 2; {|  \"a\": 1, // one|  \"b\": 2,|}",
                "{|\t\"a\": 1|}; b; 2; {|\t\"a\": 1,|\t\"b\": 2|}",
                "{|  \"a\": 1}; b; 2; {|  \"a\": 1,|  \"b\": 2|}",
                "{|  \"a\": 1|}; b/c; 2; {|  \"a\": 1,|  \"b\": { \"c\": 2 }|}",
                "{|  \"b\": { \"c\": { } }|}; b/c/d; 2; {|  \"b\": { \"c\": {|    \"d\": 2|  } }|}",
                "{|  \"b\": /* x */ 7 /* y */|}; b/c; 2; {|  \"b\": /* x */ { \"c\": 2 } /* y */|}",
                "{ \"a\": \"}\\\"{\", /* { */ \"b\": [1, {\"a\": 2}] }; b; null; { \"a\": \"}\\\"{\", /* { */ \"b\":"
                        + " null }"
            })
    void setsAValue(String text, String path, String json, String expected) {
        assertThat(JsoncEditor.set(lines(text), List.of(path.split("/")), JsoncReader.read(json)))
                .isEqualTo(lines(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; a; {}",
                "{ \"a\": 1 }; a; { }",
                "{ \"a\": 1, \"b\": 2 }; a; { \"b\": 2 }",
                "{ \"a\": 1, \"b\": 2 }; b; { \"a\": 1 }",
                "{|  \"a\": 1, // one|  \"b\": 2 // two|}; a; {|  \"b\": 2 // two|}",
                "{|  \"a\": 1, // one|  \"b\": 2 // two|}; b; {|  \"a\": 1 // one|}",
                "{ \"a\": { \"b\": 1 }, \"c\": 2 }; a/b; { \"a\": { }, \"c\": 2 }",
                "{ \"a\": 1, \"b\": 2, \"a\": 3 }; a; { \"b\": 2 }",
                "{ \"a\": 1 }; a/b; { \"a\": 1 }"
            })
    void removesAMember(String text, String path, String expected) {
        assertThat(JsoncEditor.remove(lines(text), List.of(path.split("/")))).isEqualTo(lines(expected));
    }

    private static String lines(String text) {
        return text.replace('|', '\n');
    }

    @Property(tries = 300)
    void whatIsSetIsThereAndNothingElseChanged(
            @ForAll("objects") String text, @ForAll("paths") List<String> path, @ForAll("values") String value) {
        JsonValue json = JsoncReader.read(value);
        String changed = JsoncEditor.set(text, path, json);
        assertThat(at(JsoncReader.read(changed), path)).isEqualTo(json.toJson());
        assertThat(JsoncEditor.set(changed, path, json)).isEqualTo(changed);
        String removed = JsoncEditor.remove(changed, path);
        assertThat(at(JsoncReader.read(removed), path)).isEqualTo("absent");
        assertThat(comments(removed)).isEqualTo(comments(text));
    }

    private static String at(JsonValue value, List<String> path) {
        JsonValue found = value;
        for (String key : path) {
            if (!(found instanceof JsonValue.ObjectValue object)
                    || object.get(key).isEmpty()) {
                return "absent";
            }
            found = object.get(key).get();
        }
        return found.toJson();
    }

    private static long comments(String text) {
        return text.lines().filter(line -> line.contains("// keep")).count();
    }

    @Provide
    Arbitrary<List<String>> paths() {
        return Arbitraries.of("a", "b c", "d\"e", "").list().ofMinSize(1).ofMaxSize(3);
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of("1", "\"x, }\"", "null", "true", "[1,{\"a\":2}]", "{}", "{\"q\":1}", "-2.5e3");
    }

    @Provide
    Arbitrary<String> objects() {
        Arbitrary<String> member = Arbitraries.of(
                "\"x\": 1", "\"y\": [ { \"z\": \"//\" } ]", "\"w\": { \"v\": { } }", "\"x\": \"a\\\\\"", "\"u\": null");
        Arbitrary<String> space = Arbitraries.of(" ", "\n  ", " // keep\n  ", " /* } */ ", "\r\n\t");
        return member.flatMap(each -> space.map(blank -> blank + each + (blank.contains("*") ? blank : "")))
                .list()
                .ofMaxSize(4)
                .flatMap(members ->
                        Arbitraries.of("", "\n", " // keep\n").map(end -> "{" + String.join(",", members) + end + "}"));
    }
}
