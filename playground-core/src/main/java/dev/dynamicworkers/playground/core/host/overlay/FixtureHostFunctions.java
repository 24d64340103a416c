package dev.dynamicworkers.playground.core.host.overlay;

import dev.dynamicworkers.playground.core.io.CallBytes;
import dev.dynamicworkers.playground.core.io.CallTrace;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.InvocationContext;
import dev.dynamicworkers.playground.core.io.IoHostFunctions;
import dev.dynamicworkers.playground.core.io.WorkerInstance;
import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import dev.dynamicworkers.playground.core.isolate.Isolate;
import dev.dynamicworkers.playground.core.js.HostCall;
import dev.dynamicworkers.playground.core.js.HostFunctions;
import dev.dynamicworkers.playground.core.json.JsonValue;
import dev.dynamicworkers.playground.core.json.JsoncReader;
import dev.dynamicworkers.playground.core.project.Fixture;
import dev.dynamicworkers.playground.core.project.GrantVerdict;
import dev.dynamicworkers.playground.core.project.WorkerGrants;
import dev.dynamicworkers.playground.core.trace.CallRecord;
import org.jspecify.annotations.Nullable;

/// Host functions of bindings that can't be run on one machine, such as Workers AI: only fixtures answer them. Runs on
/// the event loop's thread.
public final class FixtureHostFunctions {
    private final GrantDesk desk;

    private FixtureHostFunctions(GrantDesk desk) {
        this.desk = desk;
    }

    public static void register(HostFunctions table, GrantDesk desk) {
        FixtureHostFunctions self = new FixtureHostFunctions(desk);
        table.add("fixture.property", self::property);
        table.add("fixture.call", self::call);
    }

    private GrantVerdict verdict(HostCall call, String binding, String method) {
        WorkerInstance worker = WorkerInstance.of(call.isolate());
        return desk.accessOf(worker).grants().decide(binding, method, WorkerGrants.Effect.UNKNOWN);
    }

    /// binding, what it is, property: a value as JSON in an array, null for a method.
    private @Nullable Object property(HostCall call) {
        String binding = call.string(0);
        String property = call.string(2);
        GrantVerdict verdict = verdict(call, binding, property);
        if (verdict instanceof GrantVerdict.Fixed fixed) {
            Fixture fixture = fixed.fixture();
            String value = fixture.value();
            JsonValue whole = value == null ? null : JsoncReader.read(value);
            JsonValue part = whole instanceof JsonValue.ObjectValue object
                    ? object.get(property).orElse(null)
                    : null;
            return part == null ? null : "[" + part.toJson() + "]";
        }
        throw GuestThrow.error(
                verdict instanceof GrantVerdict.Denied denied
                        ? denied.message()
                        : "env." + binding + " is " + call.string(1)
                                + ", which the playground does not run. It works on Cloudflare. A fixture of the"
                                + " overlay can answer for it here.");
    }

    /// operation, binding, method, arguments as JSON.
    private @Nullable Object call(HostCall call) {
        InvocationContext invocation = IoHostFunctions.current(call);
        invocation.subrequests().count();
        int operation = call.integer(0);
        Isolate isolate = call.isolate();
        isolate.beginOp(operation);
        String binding = call.string(1);
        String method = call.string(2);
        String arguments = call.string(3);
        CallTrace trace =
                CallTrace.begin(invocation, CallRecord.Kind.BINDING, method, () -> CallTrace.Sent.json(arguments));
        if (trace != null) {
            trace.through(binding);
        }
        GuardedCall guarded = new GuardedCall(
                desk.accessOf(invocation.worker()),
                binding,
                method,
                WorkerGrants.Effect.UNKNOWN,
                invocation,
                () -> arguments,
                trace);
        desk.decide(guarded, new Passage() {
            @Override
            public void allowed() {
                failed(Failure.of(
                        "Error",
                        "env." + binding + " is not available offline, and its fixture is gone.",
                        Failure.Remoteness.LOCAL));
            }

            @Override
            public void failed(Failure failure) {
                if (trace != null) {
                    trace.failed(failure.error().message());
                }
                isolate.answerOp(operation, "io/outbound.refuse", operation, failure.encoded(), /* remote= */ false);
            }

            @Override
            public void answered(@Nullable String json) {
                if (trace != null) {
                    trace.answered(json, json == null ? 0 : CallBytes.of(json));
                }
                isolate.completeOp(operation, json);
            }
        });
        return null;
    }
}
