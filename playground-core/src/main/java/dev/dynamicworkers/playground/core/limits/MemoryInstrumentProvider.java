package dev.dynamicworkers.playground.core.limits;

import com.oracle.truffle.api.instrumentation.TruffleInstrument.Registration;
import com.oracle.truffle.api.instrumentation.provider.TruffleInstrumentProvider;
import java.util.Collection;
import java.util.List;

/// Tells the engine of [MemoryInstrument]. Found as a service.
@Registration(id = MemoryInstrument.ID, name = "Memory of isolates", services = MemoryInstrument.class)
public final class MemoryInstrumentProvider extends TruffleInstrumentProvider {
    @Override
    protected String getInstrumentClassName() {
        return MemoryInstrument.class.getName();
    }

    @Override
    protected Object create() {
        return new MemoryInstrument();
    }

    @Override
    protected Collection<String> getServicesClassNames() {
        return List.of(MemoryInstrument.class.getName());
    }
}
