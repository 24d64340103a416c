package dev.dynamicworkers.playground.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

final class SentencesTest {
    @Test
    void aFailureIsToldInItsOwnWords() {
        assertThat(Sentences.of(new CompletionException(new IllegalStateException("no memory."))))
                .isEqualTo("no memory.");
        assertThat(Sentences.of(new IllegalStateException())).isEqualTo("IllegalStateException");
        assertThat(Sentences.of(new CompletionException(new TimeoutException())))
                .isEqualTo("it did not answer in time.");
    }
}
