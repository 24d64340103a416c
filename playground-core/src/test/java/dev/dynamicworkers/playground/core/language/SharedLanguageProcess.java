package dev.dynamicworkers.playground.core.language;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests the one language service of a run of tests. Its process reads TypeScript and the types of the platform
/// for its first answer, which takes most of the time of every test that asks. Who uses it locks [#LOCK], for a process
/// knows one project at a time.
final class SharedLanguageProcess implements ParameterResolver {
    static final String LOCK = "the language process of the tests";

    private static final Duration IDLE = Duration.ofMinutes(1);

    /// The service, and the process that it said last.
    record Shared(LanguageService service, AtomicLong pid) implements AutoCloseable {
        static Shared start() {
            AtomicLong pid = new AtomicLong();
            return new Shared(new LanguageService((process, heap) -> pid.set(process), IDLE), pid);
        }

        @Override
        public void close() {
            service.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Shared.class;
    }

    @Override
    public Shared resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedLanguageProcess.class))
                .computeIfAbsent(Shared.class, key -> Shared.start(), Shared.class);
    }
}
