package dev.dynamicworkers.playground.core.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class LanguageServerTest {
    /// An answer may be under way for long: whoever ends the process must not wait for it.
    @Test
    void theEndOfTheApplicationIsToldByWhoeverReads() {
        AtomicInteger gone = new AtomicInteger();
        Pipe ended = new Pipe(InputStream.nullInputStream(), OutputStream.nullOutputStream());
        new LanguageServer(ended, gone::incrementAndGet).listen();
        assertThat(gone).hasValue(1);
    }
}
