package dev.dynamicworkers.playground.core.host.overlay;

import dev.dynamicworkers.playground.core.binding.BindingAnswer;
import dev.dynamicworkers.playground.core.binding.BindingCall;
import dev.dynamicworkers.playground.core.binding.BindingGate;
import dev.dynamicworkers.playground.core.io.CallBytes;
import dev.dynamicworkers.playground.core.io.CallTrace;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.InvocationContext;
import dev.dynamicworkers.playground.core.io.Json;
import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import dev.dynamicworkers.playground.core.project.WorkerGrants;
import dev.dynamicworkers.playground.core.trace.CallRecord;
import dev.dynamicworkers.playground.core.util.Futures;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Holds calls of stores (KV, D1, R2 and their like) to the overlay, and keeps records of them. Runs on the event
/// loop's
/// thread; records of answers are told there, too.
public final class GuardedBindings implements BindingGate {
    private final GrantDesk desk;

    public GuardedBindings(GrantDesk desk) {
        this.desk = desk;
    }

    @Override
    public CompletionStage<BindingAnswer> pass(BindingCall call, Supplier<CompletionStage<BindingAnswer>> carriedOut) {
        InvocationContext caller = call.invocation();
        CallTrace trace = CallTrace.begin(
                caller,
                CallRecord.Kind.BINDING,
                call.method(),
                () -> new CallTrace.Sent(list(call.arguments()), CallBytes.ofValue(call.arguments())));
        if (trace != null) {
            trace.through(call.binding());
        }
        CompletableFuture<BindingAnswer> answer = new CompletableFuture<>();
        WorkerGrants.Effect effect =
                call.effect() == BindingCall.Effect.READS ? WorkerGrants.Effect.READ : WorkerGrants.Effect.WRITE;
        desk.decide(
                new GuardedCall(
                        desk.accessOf(caller.worker()),
                        call.binding(),
                        call.method(),
                        effect,
                        caller,
                        () -> list(call.arguments()),
                        trace),
                new Passage() {
                    @Override
                    public void allowed() {
                        var unused = carriedOut.get().whenComplete((carried, failure) -> {
                            if (trace != null) {
                                desk.later(() -> tell(trace, carried, failure));
                            }
                            if (failure == null) {
                                answer.complete(carried);
                            } else {
                                answer.completeExceptionally(failure);
                            }
                        });
                    }

                    @Override
                    public void failed(Failure failure) {
                        if (trace != null) {
                            trace.failed(failure.error().message());
                        }
                        answer.completeExceptionally(thrown(failure));
                    }

                    @Override
                    public void answered(@Nullable String json) {
                        if (trace != null) {
                            trace.answered(json, json == null ? 0 : CallBytes.of(json));
                        }
                        answer.complete(new BindingAnswer.Given(json == null ? "null" : json));
                    }
                });
        return answer;
    }

    private static void tell(CallTrace trace, @Nullable BindingAnswer answer, @Nullable Throwable failure) {
        if (failure != null) {
            Throwable cause = Futures.cause(failure);
            trace.failed(String.valueOf(cause.getMessage()));
        } else if (answer instanceof BindingAnswer.Carried carried) {
            trace.answered(text(carried.shown()), CallBytes.ofValue(carried.forGuest()));
        }
    }

    private static GuestThrow thrown(Failure failure) {
        String message = failure.error().message();
        return switch (failure.error().name()) {
            case "TypeError" -> GuestThrow.typeError(message);
            case "RangeError" -> GuestThrow.rangeError(message);
            case "SyntaxError" -> GuestThrow.syntaxError(message);
            default -> GuestThrow.error(message);
        };
    }

    // ---- values for people ----

    static String list(List<@Nullable Object> values) {
        StringJoiner texts = new StringJoiner(", ");
        values.forEach(value -> texts.add(text(value)));
        return texts.toString();
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String string -> Json.quote(string);
            case byte[] bytes -> bytes.length + " bytes";
            case List<?> items -> {
                StringJoiner texts = new StringJoiner(", ", "[", "]");
                items.forEach(item -> texts.add(text(item)));
                yield texts.toString();
            }
            case Map<?, ?> entries -> {
                StringJoiner texts = new StringJoiner(", ", "{", "}");
                entries.forEach((key, item) -> texts.add(Json.quote(String.valueOf(key)) + ": " + text(item)));
                yield texts.toString();
            }
            default -> value.toString();
        };
    }
}
