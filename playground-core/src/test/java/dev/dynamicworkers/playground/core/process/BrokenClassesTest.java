package dev.dynamicworkers.playground.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class BrokenClassesTest {
    @Test
    void aClassWhoseInitialisationFailedIsFound() {
        assertThatThrownBy(Broken::touch).isInstanceOf(StackOverflowError.class);

        assertThat(BrokenClasses.first()).isNotNull();
    }

    /// A class of this process can't be used from here on, but for this test nobody wants to.
    private static final class Broken {
        private static final int VALUE = fail();

        private static int fail() {
            throw new StackOverflowError();
        }

        static int touch() {
            return VALUE;
        }
    }
}
