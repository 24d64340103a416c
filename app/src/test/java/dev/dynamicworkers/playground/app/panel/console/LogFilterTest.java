package dev.dynamicworkers.playground.app.panel.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.session.IsolateTag;
import dev.dynamicworkers.playground.app.session.LogEntry;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LogFilterTest {
    private static final LogEntry LINE = new LogEntry(
            Instant.EPOCH,
            42,
            IsolateTag.of("greeter", IsolateSnapshot.Role.DYNAMIC),
            LogEntry.Level.WARN,
            "Hello Ada 17",
            null,
            "greeter.js:4");

    @ParameterizedTest
    @CsvSource({
        "'', true",
        "hello, true",
        "ada hello, true",
        "hello -ada, false",
        "'/\\d{2}/', true",
        "'/^\\d/', false",
        "'/(/', false",
        "isolate:greet, true",
        "isolate:parent, false",
        "run:42, true",
        "run:#42, true",
        "run:4, false",
        "level:warn, true",
        "-level:warn, false",
        "greeter.js, true",
        "'\"Hello Ada\"', true",
        "'\"Ada Hello\"', false",
        "'-\"Hello Ada\"', false",
        "'/Ada \\d+/', true",
        "'/Ada \\d{3}/', false",
        "'a/b /Hello Ada/', false",
        "'isolate:\"gree\" hello', true",
    })
    void wordsAreReadAsTheFilterSays(String filter, boolean shown) {
        assertThat(LogFilter.parse(filter).test(LINE)).isEqualTo(shown);
    }

    @Test
    void whatCanNotBeReadIsSaid() {
        assertThat(LogFilter.complaint("hello /a b/ -/c/")).isEmpty();
        assertThat(LogFilter.complaint("hello -/(/"))
                .isEqualTo("The filter's expression /(/ can't be read: unclosed group.");
    }
}
