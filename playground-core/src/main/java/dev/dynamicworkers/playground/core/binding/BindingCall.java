package dev.dynamicworkers.playground.core.binding;

import dev.dynamicworkers.playground.core.io.InvocationContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One call of a binding by guest code, as it is before anything is done about it.
///
/// @param invocation that calls; it knows its worker
/// @param binding name of the property of `env`
/// @param kind key of the configuration that declares such bindings, for example `kv_namespaces`
/// @param method as the platform names it, for example `getWithMetadata` or `prepare.all`
/// @param arguments for people and for rules: null, String, Number, Boolean, byte[], and lists and maps of these
public record BindingCall(
        InvocationContext invocation,
        String binding,
        String kind,
        String method,
        List<@Nullable Object> arguments,
        Effect effect) {
    public BindingCall {
        arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
    }

    /// What carrying it out does to what is kept.
    public enum Effect {
        READS,
        WRITES
    }
}
