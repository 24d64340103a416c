package dev.dynamicworkers.playground.core.host.overlay;

import dev.dynamicworkers.playground.core.io.Failure;
import org.jspecify.annotations.Nullable;

/// What is done with a call once it is decided. Exactly one method is called, on the event loop's thread.
interface Passage {
    /// It goes on.
    void allowed();

    /// It fails, by a rule, a person or a fixture.
    void failed(Failure failure);

    /// A fixture answers.
    ///
    /// @param json the result, null for none
    void answered(@Nullable String json);
}
