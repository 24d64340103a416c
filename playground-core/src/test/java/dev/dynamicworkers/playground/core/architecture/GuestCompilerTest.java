package dev.dynamicworkers.playground.core.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.junit.jupiter.api.Test;

final class GuestCompilerTest {
    @Test
    void guestCodeCanBeCompiledInTests() {
        try (var engine = Engine.newBuilder("js").allowExperimentalOptions(true).build();
                var context = Context.newBuilder("js").engine(engine).build()) {
            assertThat(context.eval("js", "6 * 7").asInt()).isEqualTo(42);
            assertThat(engine.getImplementationName()).isEqualTo("GraalVM CE");
        }
        assertThat(GuestCompilerTest.class.getModule().getName()).isEqualTo("dev.dynamicworkers.playground.core");
    }
}
