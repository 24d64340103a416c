package dev.dynamicworkers.playground.core.debugger;

import com.oracle.truffle.api.instrumentation.TruffleInstrument;
import com.oracle.truffle.api.instrumentation.TruffleInstrument.Registration;
import org.jspecify.annotations.Nullable;

/// Gives access to the statements that an engine runs, and to the threads that run them. The engine makes one when it
/// is first asked for.
@Registration(id = StepInstrument.ID, name = "Steps of the debugger", services = StepInstrument.class)
public final class StepInstrument extends TruffleInstrument {
    public static final String ID = "playground-steps";

    private @Nullable Env env;

    @Override
    protected void onCreate(Env given) {
        env = given;
        given.registerService(this);
    }

    /// What the engine lets its instruments do.
    public Env env() {
        if (env == null) {
            throw new IllegalStateException("the instrument has not been made");
        }
        return env;
    }
}
