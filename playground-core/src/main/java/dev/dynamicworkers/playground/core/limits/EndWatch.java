package dev.dynamicworkers.playground.core.limits;

/// Hears of isolates that are told to end while code of them runs: most yield within milliseconds, but there are
/// built-in functions of the engine that can't be interrupted. Hears as well of damage to the process. Called on any
/// thread; must return quickly.
public interface EndWatch {
    /// Hears nothing.
    EndWatch NONE = new EndWatch() {
        @Override
        public void ordered(long isolate, String worker, Condemnation reason) {
            // Nobody is interested.
        }

        @Override
        public void unyielding(long isolate) {
            // Nobody is interested.
        }

        @Override
        public void yielded(long isolate) {
            // Nobody is interested.
        }

        @Override
        public void damaged(String what) {
            // Nobody is interested.
        }
    };

    /// An isolate was told to end while code of it runs.
    ///
    /// @param isolate its number in the engine
    /// @param worker what people call its worker, empty when it has none
    void ordered(long isolate, String worker, Condemnation reason);

    /// Its code had its [dev.dynamicworkers.playground.core.util.TimeToYield] and still runs. Comes after [#ordered].
    void unyielding(long isolate);

    /// Its code does not run any more. Comes after [#ordered], perhaps several times.
    void yielded(long isolate);

    /// A class of this process can't be used any more, as after a stack overflow while it was being initialised: what
    /// needs it fails from now on, whoever asks, so that the process has to be replaced.
    ///
    /// @param what happened, as the end of a sentence
    void damaged(String what);
}
