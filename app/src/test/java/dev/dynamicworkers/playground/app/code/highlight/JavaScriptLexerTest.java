package dev.dynamicworkers.playground.app.code.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JavaScriptLexerTest {
    private final Lexer lexer = new JavaScriptLexer(JavaScriptLexer.Dialect.JAVASCRIPT);

    private List<String> tokens(String source) {
        return tokens(lexer, source);
    }

    private static List<String> tokens(Lexer lexer, String source) {
        List<String> tokens = new ArrayList<>();
        Lexer.State state = lexer.start();
        for (String line : source.split("\n", -1)) {
            state = lexer.line(line, state, (start, end, kind) -> {
                if (kind != TokenKind.PUNCTUATION) {
                    tokens.add(kind + " " + line.substring(start, end));
                }
            });
        }
        return tokens;
    }

    @Test
    void slashAfterAValueIsDivision() {
        assertThat(tokens("a / b / c")).noneMatch(token -> token.startsWith("REGEX"));
        assertThat(tokens("(a) / 2 / [1]")).noneMatch(token -> token.startsWith("REGEX"));
    }

    @Test
    void slashWhereAValueStartsIsARegularExpression() {
        assertThat(tokens("return /a[/]b\\/c/gi.test(x)")).contains("REGEX /a[/]b\\/c/gi");
        assertThat(tokens("x = /1/")).containsExactly("REGEX /1/");
    }

    @Test
    void templatesNestThroughSubstitutions() {
        assertThat(tokens("`a${ f({ b: `c${1}` }) }d` + 2"))
                .containsExactly(
                        "STRING `a",
                        "FUNCTION f",
                        "PROPERTY b",
                        "STRING `c",
                        "NUMBER 1",
                        "STRING `",
                        "STRING d`",
                        "NUMBER 2");
    }

    @Test
    void templatesAndCommentsGoOnOverLines() {
        assertThat(tokens("const a = `one\ntwo`; /* c1\nc2 */ 3"))
                .containsExactly(
                        "KEYWORD const", "STRING `one", "STRING two`", "COMMENT /* c1", "COMMENT c2 */", "NUMBER 3");
    }

    @Test
    void aBraceInsideASubstitutionDoesNotEndIt() {
        assertThat(tokens("`${ { a: 1 }.a }`;'x'")).endsWith("STRING `", "STRING 'x'");
    }

    @Test
    void namesAreColouredByTheirPlace() {
        assertThat(tokens("class Foo extends Bar { get(a) { return new Baz(a.b.c(), MAX) } }"))
                .containsExactly(
                        "KEYWORD class",
                        "TYPE Foo",
                        "KEYWORD extends",
                        "TYPE Bar",
                        "FUNCTION get",
                        "KEYWORD return",
                        "KEYWORD new",
                        "TYPE Baz",
                        "PROPERTY b",
                        "FUNCTION c",
                        "NUMBER MAX");
    }

    @Test
    void typeScriptKnowsItsOwnWords() {
        Lexer typeScript = new JavaScriptLexer(JavaScriptLexer.Dialect.TYPESCRIPT);
        assertThat(tokens(typeScript, "interface A { readonly b: string }"))
                .containsExactly("KEYWORD interface", "TYPE A", "KEYWORD readonly", "PROPERTY b", "TYPE string");
    }
}
