package dev.dynamicworkers.playground.core.host.overlay;

import dev.dynamicworkers.playground.core.binding.BindingCall;
import dev.dynamicworkers.playground.core.binding.durableobject.StorageGate;
import dev.dynamicworkers.playground.core.io.CallTrace;
import dev.dynamicworkers.playground.core.io.InvocationContext;
import dev.dynamicworkers.playground.core.io.WorkerInstance;
import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import dev.dynamicworkers.playground.core.project.GrantVerdict;
import dev.dynamicworkers.playground.core.project.WorkerGrants;
import dev.dynamicworkers.playground.core.trace.CallRecord;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Holds the storage of Durable Objects to the rules for their namespace's key of `env`: `off`, `read-only`, and rules
/// for methods such as `storage.put`. Nobody can be asked and no fixture can answer, because storage answers at once.
/// Runs on the event loop's thread.
public final class GuardedStorage implements StorageGate {
    private final GrantDesk desk;
    private final BiFunction<WorkerInstance, String, @Nullable String> bindingOf;

    /// @param bindingOf the key of `env` under which a worker's class has its namespace, null for none
    public GuardedStorage(GrantDesk desk, BiFunction<WorkerInstance, String, @Nullable String> bindingOf) {
        this.desk = desk;
        this.bindingOf = bindingOf;
    }

    @Override
    public void pass(
            InvocationContext caller,
            String className,
            String method,
            BindingCall.Effect effect,
            Supplier<List<@Nullable Object>> arguments) {
        CallTrace trace = CallTrace.begin(
                caller,
                CallRecord.Kind.BINDING,
                method,
                () -> new CallTrace.Sent(GuardedBindings.list(arguments.get()), null));
        WorkerAccess access = desk.accessOf(caller.worker());
        if (trace == null && access.isOpen()) {
            return;
        }
        String binding = bindingOf.apply(caller.worker(), className);
        if (trace != null) {
            trace.through(binding == null ? className : binding);
        }
        GrantVerdict.Denied denied = binding == null ? null : denied(access.grants(), binding, method, effect);
        if (denied != null) {
            if (trace != null) {
                trace.decided(CallRecord.Decision.DENIED, denied.rule());
                trace.failed(denied.message());
            }
            throw GuestThrow.error(denied.message());
        }
        if (trace != null) {
            trace.answered(null, null);
        }
    }

    private static GrantVerdict.@Nullable Denied denied(
            WorkerGrants grants, String binding, String method, BindingCall.Effect effect) {
        WorkerGrants.Effect does =
                effect == BindingCall.Effect.READS ? WorkerGrants.Effect.READ : WorkerGrants.Effect.WRITE;
        return switch (grants.decide(binding, method, does)) {
            case GrantVerdict.Allowed _ -> null;
            case GrantVerdict.Denied denied -> denied;
            case GrantVerdict.Asked asked -> ofMethod(asked.rule(), method, "nobody can be asked about it");
            case GrantVerdict.Fixed fixed -> ofMethod(fixed.rule(), method, "no fixture can answer for it");
        };
    }

    /// What is said of the namespace as a whole is about the stubs of its objects, which come before their storage.
    private static GrantVerdict.@Nullable Denied ofMethod(String rule, String method, String why) {
        return rule.contains(".methods.")
                ? new GrantVerdict.Denied(rule, method + "() works at once, so " + why)
                : null;
    }
}
