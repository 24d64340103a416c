package dev.dynamicworkers.playground.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The words of the engine that tell of a limit.
final class EndWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Worker exceeded its CPU time limit of 50 ms.            | CPU
        Worker exceeded its memory limit of 64 MiB.             | MEMORY
        The worker exceeded the memory of the engine.           | ENGINE_MEMORY
        Too many subrequests by single Worker invocation.       | SUBREQUESTS
        The CPU time limit is no business of this one.          |
        """)
    void eachLimitIsKnownByItsWords(String message, EndWords end) {
        assertThat(EndWords.in(message).orElse(null)).isEqualTo(end);
    }
}
