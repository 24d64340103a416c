package dev.dynamicworkers.playground.core.host.overlay;

import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.io.CallTrace;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.InvocationContext;
import dev.dynamicworkers.playground.core.io.Json;
import dev.dynamicworkers.playground.core.io.ServiceChannel;
import dev.dynamicworkers.playground.core.io.TraceSink;
import dev.dynamicworkers.playground.core.io.WorkerInstance;
import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import dev.dynamicworkers.playground.core.project.Fixture;
import dev.dynamicworkers.playground.core.project.GrantVerdict;
import dev.dynamicworkers.playground.core.project.Overlay;
import dev.dynamicworkers.playground.core.project.WorkerGrants;
import dev.dynamicworkers.playground.core.trace.CallRecord;
import dev.dynamicworkers.playground.core.trace.CallRecord.Decision;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Where all calls of a project come by that go through a key of `env`: lets them on, refuses them, asks, or answers in
/// place of the binding, as the overlay of the moment says. Runs on the event loop's thread.
public final class GrantDesk {
    private static final int SHOWN = CallTrace.CLIPPED;

    private final EventLoop loop;
    private final UnaryOperator<String> mask;
    private final Asking questions;
    private final Map<WorkerInstance, WorkerAccess> accesses = new WeakHashMap<>();
    private final Map<Integer, List<String>> loaders = new HashMap<>();
    // volatile: set on any thread, read by the loop
    private volatile Overlay overlay;

    /// @param mask takes secrets out of texts for people
    /// @param questions asks a person
    /// @param overlay in force at first
    public GrantDesk(EventLoop loop, UnaryOperator<String> mask, Asking questions, Overlay overlay) {
        this.loop = loop;
        this.mask = mask;
        this.questions = questions;
        this.overlay = overlay;
    }

    /// Puts another overlay in force, from the next call on. Any thread.
    public void apply(Overlay another) {
        overlay = another;
    }

    /// Takes secrets out of texts for people. Any thread.
    public UnaryOperator<String> mask() {
        return mask;
    }

    /// A sink that takes records of calls as well.
    public TraceSink recording(TraceSink trace) {
        return new TraceSink() {
            @Override
            public void accept(TailEvent event) {
                trace.accept(event);
            }

            @Override
            public UnaryOperator<String> recordedCalls() {
                return mask;
            }

            @Override
            public boolean recordsContent() {
                return trace.recordsContent();
            }
        };
    }

    /// What a worker may do.
    WorkerAccess accessOf(WorkerInstance worker) {
        return accesses.computeIfAbsent(worker, each -> {
            boolean isParent = each.role() == IsolateSnapshot.Role.PARENT && each.isOwn();
            return new WorkerAccess(() -> overlay, isParent ? null : each.label());
        });
    }

    /// A service as a worker's `env` gives it.
    public ServiceChannel grant(WorkerInstance worker, String binding, ServiceChannel service) {
        return new GrantedService(this, accessOf(worker), binding, service);
    }

    /// Lowers the limits of a worker's invocations as the overlay says at their time.
    public void narrow(WorkerInstance worker) {
        WorkerAccess access = accessOf(worker);
        worker.narrow(() -> access.grants().limits());
    }

    // ---- loaders ----

    /// A loader of the parent by its number; several of one number share their workers.
    public void loader(int number, String binding) {
        List<String> names = loaders.computeIfAbsent(number, each -> new ArrayList<>());
        if (!names.contains(binding)) {
            names.add(binding);
        }
    }

    /// The parent calls a loader.
    ///
    /// @param name loader id, null for `load()`
    /// @throws GuestThrow when it may not
    public void useLoader(int number, @Nullable String name, WorkerInstance creator) {
        String method = name == null ? "load" : "get";
        CallTrace trace = creator.isolate().current() instanceof InvocationContext invocation
                ? CallTrace.begin(
                        invocation,
                        CallRecord.Kind.BINDING,
                        method,
                        () -> new CallTrace.Sent(name == null ? "" : Json.quote(name), null))
                : null;
        Judged judged = judge(number, method, creator);
        if (trace != null) {
            trace.through(judged.binding);
        }
        if (judged.verdict instanceof GrantVerdict.Denied denied) {
            if (trace != null) {
                trace.decided(Decision.DENIED, denied.rule());
                trace.failed(denied.message());
            }
            throw GuestThrow.error(denied.message());
        }
        if (trace != null) {
            trace.answered(null, null);
        }
    }

    /// Does something once code may be loaded, which a person may have to say first.
    ///
    /// @param name loader id, null for `load()`
    public void whenLoaderAllows(
            int number, WorkerInstance creator, @Nullable String name, Runnable allowed, Consumer<Failure> denied) {
        String method = name == null ? "load" : "get";
        Judged judged = judge(number, method, creator);
        if (!(judged.verdict instanceof GrantVerdict.Asked)) {
            allowed.run();
            return;
        }
        InvocationContext caller =
                creator.isolate().current() instanceof InvocationContext invocation ? invocation : null;
        String arguments = name == null ? "" : Json.quote(name);
        GuardedCall call = new GuardedCall(
                accessOf(creator),
                judged.binding,
                method,
                WorkerGrants.Effect.WRITE,
                caller,
                () -> arguments,
                caller == null
                        ? null
                        : CallTrace.begin(
                                caller, CallRecord.Kind.BINDING, method, () -> new CallTrace.Sent(arguments, null)));
        CallTrace trace = call.trace();
        if (trace != null) {
            trace.through(judged.binding);
        }
        decide(call, new Passage() {
            @Override
            public void allowed() {
                if (trace != null) {
                    trace.answered("loaded", null);
                }
                allowed.run();
            }

            @Override
            public void failed(Failure failure) {
                if (trace != null) {
                    trace.failed(failure.error().message());
                }
                denied.accept(failure);
            }

            @Override
            public void answered(@Nullable String json) {
                allowed();
            }
        });
    }

    /// What is decided about a loader, and by which of its names.
    private record Judged(String binding, GrantVerdict verdict) {}

    private Judged judge(int number, String method, WorkerInstance creator) {
        List<String> names = loaders.getOrDefault(number, List.of());
        WorkerGrants rules = accessOf(creator).grants();
        Judged first = null;
        for (String name : names) {
            GrantVerdict verdict = switch (rules.decide(name, method, WorkerGrants.Effect.WRITE)) {
                case GrantVerdict.Fixed fixed ->
                    new GrantVerdict.Denied(fixed.rule(), "env." + name + " loads code, which a fixture can't answer");
                case GrantVerdict verdictOfRules -> verdictOfRules;
            };
            Judged judged = new Judged(name, verdict);
            if (verdict instanceof GrantVerdict.Allowed) {
                return judged;
            }
            first = first == null ? judged : first;
        }
        return first == null ? new Judged("LOADER", GrantVerdict.ALLOWED) : first;
    }

    // ---- decisions ----

    /// Decides about a call, and does what follows, in this turn or a later one.
    void decide(GuardedCall call, Passage passage) {
        CallTrace trace = call.trace();
        switch (call.access().grants().decide(call.binding(), call.method(), call.effect())) {
            case GrantVerdict.Allowed _ -> passage.allowed();
            case GrantVerdict.Denied denied -> {
                if (trace != null) {
                    trace.decided(Decision.DENIED, denied.rule());
                }
                passage.failed(refusal(denied));
            }
            case GrantVerdict.Asked asked -> ask(call, asked, passage);
            case GrantVerdict.Fixed(String rule, Fixture fixture) -> {
                if (trace != null) {
                    trace.decided(Decision.FIXTURE, rule);
                }
                answer(fixture, passage);
            }
        }
    }

    static Failure refusal(GrantVerdict.Denied denied) {
        return Failure.hinted("Error", denied.message(), denied.hint());
    }

    private void ask(GuardedCall call, GrantVerdict.Asked asked, Passage passage) {
        InvocationContext caller = call.caller();
        if (caller == null) {
            answered(call, asked, "nobody is there to be asked", passage);
            return;
        }
        String subject = call.binding() + "." + call.method() + " "
                + shown(call.arguments().get());
        questions.ask(
                caller,
                subject.strip(),
                asked.rule(),
                asked.answerTime(),
                reason -> answered(call, asked, reason, passage));
    }

    /// @param reason why not, null for a yes
    private static void answered(GuardedCall call, GrantVerdict.Asked asked, @Nullable String reason, Passage passage) {
        CallTrace trace = call.trace();
        if (trace != null) {
            trace.decided(reason == null ? Decision.ASKED_ALLOWED : Decision.ASKED_DENIED, asked.rule());
        }
        if (reason != null) {
            passage.failed(refusal(new GrantVerdict.Denied(
                    asked.rule(),
                    "env." + call.binding() + "." + call.method() + "() was asked about, and " + reason)));
            return;
        }
        // The rules may have become stricter while somebody thought.
        if (call.access().grants().decide(call.binding(), call.method(), call.effect())
                instanceof GrantVerdict.Denied denied) {
            passage.failed(refusal(denied));
        } else {
            passage.allowed();
        }
    }

    private void answer(Fixture fixture, Passage passage) {
        Runnable answer = () -> {
            Fixture.Thrown error = fixture.error();
            if (error == null) {
                passage.answered(fixture.value());
            } else {
                passage.failed(Failure.of(error.name(), error.message(), Failure.Remoteness.REMOTE));
            }
        };
        if (fixture.delay().isZero()) {
            answer.run();
        } else {
            var unused = loop.schedule(fixture.delay().toNanos(), answer);
        }
    }

    /// Does something in a turn of its own.
    void later(Runnable action) {
        loop.post(action);
    }

    /// A text clipped and without secrets.
    String shown(String text) {
        String masked = mask.apply(text.length() > 8 * SHOWN ? text.substring(0, 8 * SHOWN) : text);
        return masked.length() > SHOWN ? masked.substring(0, SHOWN) + "..." : masked;
    }

    /// Why calls through a key no longer go, or null while they do. Questions are not asked again.
    @Nullable
    Failure revoked(WorkerAccess access, String binding, String method) {
        if (access.isOpen()) {
            return null;
        }
        GrantVerdict now = access.grants().decide(binding, method, WorkerGrants.Effect.READ);
        return now instanceof GrantVerdict.Denied denied ? refusal(denied) : null;
    }
}
