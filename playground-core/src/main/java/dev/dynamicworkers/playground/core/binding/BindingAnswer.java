package dev.dynamicworkers.playground.core.binding;

import org.jspecify.annotations.Nullable;

/// What a call of a binding came to, other than an error.
public sealed interface BindingAnswer {
    /// It was carried out.
    ///
    /// @param forGuest what the runtime source of the binding makes its result of
    /// @param shown the result for people: null, String, Number, Boolean, byte[], and lists and maps of these
    record Carried(@Nullable Object forGuest, @Nullable Object shown) implements BindingAnswer {}

    /// It was answered in place of the binding.
    ///
    /// @param json what the method resolves to
    record Given(String json) implements BindingAnswer {}

    /// An answer without a value.
    static BindingAnswer nothing() {
        return new Carried(null, null);
    }
}
