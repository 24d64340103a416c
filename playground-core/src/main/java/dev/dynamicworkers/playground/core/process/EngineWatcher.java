package dev.dynamicworkers.playground.core.process;

import dev.dynamicworkers.playground.core.runtime.EngineStatus;

/// Hears of the engine process's life. Called on a thread of the process package; must return quickly.
public interface EngineWatcher {
    /// The engine is up.
    void started(EngineStatus status);

    /// The engine ended by itself or was killed; another one is being started.
    ///
    /// @param reason one sentence for people
    void lost(String reason);

    /// No engine can be started.
    ///
    /// @param reason one sentence for people
    void failed(String reason);
}
