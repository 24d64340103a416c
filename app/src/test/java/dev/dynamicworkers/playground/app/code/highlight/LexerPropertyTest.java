package dev.dynamicworkers.playground.app.code.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class LexerPropertyTest {
    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.strings()
                .withChars("ab1 \t`'\"\\/*{}[]()$.:;,#@=-+\u00e9\ud83d\ude00")
                .ofMaxLength(60);
    }

    @Property(tries = 500)
    void tokensAreInOrderAndInsideTheLine(@ForAll Language language, @ForAll("lines") String line) {
        Lexer lexer = language.lexer();
        Lexer.State state = lexer.start();
        for (int pass = 0; pass < 3; pass++) {
            int[] last = {0};
            state = lexer.line(line, state, (start, end, kind) -> {
                assertThat(start).isGreaterThanOrEqualTo(last[0]);
                assertThat(end).isBetween(start, line.length());
                last[0] = end;
            });
        }
    }

    @Property(tries = 200)
    void oneStateAndOneLineGiveOneEnd(@ForAll Language language, @ForAll("lines") String line) {
        Lexer lexer = language.lexer();
        Lexer.State first = lexer.line(line, lexer.start(), (start, end, kind) -> {});
        Lexer.State second = lexer.line(line, lexer.start(), (start, end, kind) -> {});
        assertThat(first).isEqualTo(second);
    }
}
