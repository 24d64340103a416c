package dev.dynamicworkers.playground.core.debugger;

import com.oracle.truffle.api.instrumentation.TruffleInstrument.Registration;
import com.oracle.truffle.api.instrumentation.provider.TruffleInstrumentProvider;
import java.util.Collection;
import java.util.List;

/// Tells the engine of [StepInstrument]. Found as a service.
@Registration(id = StepInstrument.ID, name = "Steps of the debugger", services = StepInstrument.class)
public final class StepInstrumentProvider extends TruffleInstrumentProvider {
    @Override
    protected String getInstrumentClassName() {
        return StepInstrument.class.getName();
    }

    @Override
    protected Object create() {
        return new StepInstrument();
    }

    @Override
    protected Collection<String> getServicesClassNames() {
        return List.of(StepInstrument.class.getName());
    }
}
