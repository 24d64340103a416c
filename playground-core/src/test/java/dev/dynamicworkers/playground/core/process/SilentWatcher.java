package dev.dynamicworkers.playground.core.process;

import dev.dynamicworkers.playground.core.runtime.EngineStatus;

/// Hears of an engine and does nothing.
final class SilentWatcher implements EngineWatcher {
    @Override
    public void started(EngineStatus status) {}

    @Override
    public void lost(String reason) {}

    @Override
    public void failed(String reason) {}
}
