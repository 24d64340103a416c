package dev.dynamicworkers.playground.app.session.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fx.ValueTreePane;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/// What console lines show of values that JSON can't say.
final class InspectedValueTest {
    static final List<Arguments> LINES = List.of(
            Arguments.of(
                    "seen Map(2) { 'a' => 1, { k: 2 } => [ 'x, y', 2 ] } times 3",
                    List.of("\"seen\"", "\"[object Map]\"", "\"times\"", "3"),
                    "Map(2) {2}('a'=1 { k: 2 }=[2](0='x, y' 1=2))"),
            Arguments.of("Set(1) { 12n }", List.of("\"[object Set]\""), "Set(1) {1}(0=12n)"),
            Arguments.of(
                    "Point { x: 1, 'a b': [Function: f], [Symbol(s)]: Uint8Array(2) [ 1, 2 ] }",
                    List.of("\"[object Object]\""),
                    "Point {3}(x=1 'a b'=[Function: f] [Symbol(s)]=Uint8Array(2) [2](0=1 1=2))"),
            Arguments.of("<ref *1> { self: [Circular *1] }", List.of("{}"), "<ref *1> {1}(self=[Circular *1])"),
            Arguments.of(
                    "failed TypeError: no\n    at f (index.js:3:4)\n    at index.js:9:1 {\n  code: 7\n}",
                    List.of("\"failed\"", "\"TypeError: no\""),
                    "TypeError: no(message=TypeError: no at=f (index.js:3:4) at=index.js:9:1 properties={1}(code=7))"),
            Arguments.of(
                    "{ a: { b: { c: [Object] } } }",
                    List.of("{\"a\":{\"b\":{\"c\":{\"d\":1}}}}"),
                    "{1}(a={1}(b={1}(c={1}(d=1))))"),
            Arguments.of(
                    "{ p: Point { a: { b: [Object] } }, list: [ 1, ... 2 more items ], m: { n: { o: [Map] } } }",
                    List.of("{\"p\":{\"a\":{\"b\":{\"c\":1}}},\"list\":[1,2,3],\"m\":{\"n\":{}}}"),
                    "{3}(p=Point {1}(a={1}(b={1}(c=1))) list=[3](0=1 1=2 2=3)"
                            + " m={1}(n={1}(o=[Map](\u2026=not logged: a line is printed three levels deep. Log this"
                            + " part by itself to see it.))))"),
            Arguments.of(
                    "Set(3) { 1, ... 2 more items }",
                    List.of("\"[object Set]\""),
                    "Set(3) {2}(0=1 \u2026=... 2 more items: not logged)"),
            Arguments.of("plain text", List.of("\"plain text\""), ""),
            Arguments.of("{}", List.of("{}"), ""),
            Arguments.of("1 [ 2 ] 3", List.of("1", "[2]", "3"), "[1](0=2)"));

    @Test
    void whatIsTooDeepForTheLineGoesOnWhereTheEngineSaidIt() {
        String line = "at Room { owner: Person { home: Room { owner: [Person], n: 1 } } } m Map(1) { 'a' => [Array] }";
        String deeper = "at Room { owner: Person { home: Room { owner: Person { home: [Room] }, n: 1 } } }"
                + " m Map(1) { 'a' => [ 1, 2 ] }";
        assertThat(InspectedValue.of(line, List.of("\"at\"", "\"[object Object]\"", "\"m\"", "{}"), deeper).stream()
                        .map(InspectedValueTest::tree)
                        .collect(Collectors.joining(" | ")))
                .startsWith("Room {1}(owner=Person {1}(home=Room {2}(owner=Person {1}(home=[Room](")
                .contains("not logged")
                .endsWith("n=1))) | Map(1) {1}('a'=[2](0=1 1=2))");
    }

    private static String tree(ValueTreePane.Branch branch) {
        return branch.summary(60)
                + (branch.isContainer()
                        ? branch.children().stream()
                                .map(child -> child.label() + "=" + tree(child))
                                .collect(Collectors.joining(" ", "(", ")"))
                        : "");
    }

    @ParameterizedTest
    @FieldSource("LINES")
    void linesAreOpened(String line, List<String> message, String expected) {
        assertThat(InspectedValue.of(line, message, null).stream()
                        .filter(ValueTreePane.Branch::isContainer)
                        .map(InspectedValueTest::tree)
                        .filter(text -> !text.equals("{0}()"))
                        .collect(Collectors.joining(" | ")))
                .isEqualTo(expected);
    }
}
