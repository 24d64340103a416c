package dev.dynamicworkers.playground.core.process;

import dev.dynamicworkers.playground.core.debug.Pause;
import dev.dynamicworkers.playground.core.debug.Seen;
import dev.dynamicworkers.playground.core.profile.CpuProfile;
import dev.dynamicworkers.playground.core.runtime.EngineStatus;
import dev.dynamicworkers.playground.core.runtime.EventResult;
import dev.dynamicworkers.playground.core.runtime.Header;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.trace.CallRecord;
import dev.dynamicworkers.playground.core.trace.ExchangeRecord;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.QueueDelivery;
import dev.dynamicworkers.playground.core.trace.SecretLeak;
import dev.dynamicworkers.playground.core.trace.SubrequestRecord;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.trace.WorkerView;
import dev.dynamicworkers.playground.core.worker.GuestError;
import dev.dynamicworkers.playground.core.worker.Question;
import dev.dynamicworkers.playground.core.worker.SocketMessage;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Looks at what an engine process sent before the application uses it: all that may not be null is there. JSON itself
/// and the size of messages are looked at before. Safe on any thread.
final class Shapes {
    /// The debugger shows fewer.
    private static final int MOST_FRAMES = 64;

    /// Those of the worker and those that rules set.
    private static final int MOST_FIELDS = 2 * ExchangeRecord.MOST_FIELDS;

    /// A month: sums of all samples stay numbers.
    private static final long LONGEST_SAMPLE_MICROS = 31L * 24 * 60 * 60 * 1_000_000;

    private static final double MOST_CPU_MILLIS = LONGEST_SAMPLE_MICROS / 1e3;

    private Shapes() {}

    private static void present(@Nullable Object... parts) {
        for (Object part : parts) {
            if (part == null
                    || (part instanceof Collection<?> all && all.stream().anyMatch(Objects::isNull))) {
                throw new WireViolation("a message without a part that it needs");
            }
        }
    }

    static EngineStatus status(EngineStatus status) {
        present(status);
        present(status.implementation());
        return status;
    }

    static Question question(Question question) {
        present(question);
        present(
                question.kind(),
                question.isolate(),
                question.worker(),
                question.subject(),
                question.rule(),
                question.deadline());
        return question;
    }

    static TailEvent event(TailEvent event) {
        present(event);
        present(event.isolate(), event.timestamp());
        switch (event) {
            case TailEvent.Onset onset -> present(onset.invocation(), onset.kind(), onset.summary());
            case TailEvent.LogLine line -> line(line);
            case TailEvent.GuestException thrown -> error(thrown.error());
            case TailEvent.Subrequest sent -> {
                present(sent.invocation());
                subrequest(sent.request());
            }
            case TailEvent.Exchange told -> {
                present(told.invocation());
                exchange(told.exchange());
            }
            case TailEvent.Call told -> {
                present(told.invocation());
                call(told.call());
            }
            case TailEvent.SecretLeaked leaked -> leak(leaked.leak());
            case TailEvent.Outcome outcome -> present(outcome.invocation(), outcome.outcome());
            case TailEvent.IsolateStarted started -> snapshot(started.snapshot());
            case TailEvent.IsolateEnded ended -> present(ended.state(), ended.reason());
            case TailEvent.Note note -> present(note.text());
        }
        return event;
    }

    static WorkerView view(WorkerView view) {
        present(view);
        present(
                view.isolate(),
                view.label(),
                view.code(),
                view.env(),
                view.globalOutbound(),
                view.tails(),
                view.limits());
        view.env().forEach(entry -> present(entry.name(), entry.kind(), entry.value(), entry.mode()));
        view.limits().forEach(limit -> present(limit.name(), limit.setBy()));
        var code = view.code();
        present(code.mainModule(), code.modules(), code.compatibilityDate(), code.compatibilityFlags(), code.limits());
        present(code.modules().values());
        return view;
    }

    static IsolateSnapshot snapshot(IsolateSnapshot snapshot) {
        present(snapshot);
        present(snapshot.id(), snapshot.role(), snapshot.label(), snapshot.state(), snapshot.createdAt());
        return snapshot;
    }

    static InvocationResult result(InvocationResult result) {
        present(result);
        present(result.id(), result.outcome(), result.timing(), result.notes());
        var response = result.response();
        if (response != null) {
            present(response.statusText(), response.body());
            response.headers().forEach(Shapes::header);
        }
        var error = result.error();
        if (error != null) {
            error(error);
        }
        var event = result.event();
        if (event != null) {
            handled(event);
        }
        result.logs().forEach(Shapes::line);
        result.isolates().forEach(Shapes::snapshot);
        result.subrequests().forEach(Shapes::subrequest);
        result.secretLeaks().forEach(Shapes::event);
        told(result.told());
        return result;
    }

    private static void told(InvocationResult.Told told) {
        present(told);
        if (told.thrown().size() > InvocationResult.Told.MOST_THROWN
                || told.cpu().size() > InvocationResult.Told.MOST_ISOLATES) {
            throw new WireViolation("more of single isolates than is told");
        }
        told.thrown().forEach(each -> {
            present(each.isolate());
            error(each.error());
        });
        told.cpu().forEach(share -> {
            present(share.isolate());
            if (share.events() < 1 || !(share.cpuMillis() >= 0 && share.cpuMillis() <= MOST_CPU_MILLIS)) {
                throw new WireViolation("CPU time that can't be");
            }
        });
    }

    static Pause pause(Pause pause) {
        present(pause);
        present(pause.reason(), pause.isolate(), pause.worker(), pause.frames());
        if (pause.frames().isEmpty() || pause.frames().size() > MOST_FRAMES) {
            throw new WireViolation("a pause of " + pause.frames().size() + " frames");
        }
        shortTexts(pause.worker(), pause.detail());
        pause.frames().forEach(frame -> {
            present(frame.function(), frame.module(), frame.code());
            shortTexts(frame.function(), frame.file(), frame.module(), frame.code());
        });
        return pause;
    }

    static List<Seen> seen(List<Seen> seen) {
        if (seen.size() > Seen.MOST) {
            throw new WireViolation("more values than are shown");
        }
        seen.forEach(each -> {
            present(each);
            present(each.name(), each.value(), each.kind());
            shortTexts(each.name(), each.value());
        });
        return seen;
    }

    static CpuProfile profile(CpuProfile profile) {
        present(profile);
        present(profile.startedAt());
        int nodes = profile.nodes().size();
        if (nodes > CpuProfile.MOST_NODES
                || profile.functions().size() > nodes
                || profile.workers().size() > nodes
                || profile.samples().size() > CpuProfile.MOST_SAMPLES
                || profile.intervalMicros() < 1
                || profile.missed() < 0) {
            throw new WireViolation("a profile that is larger than what is shown");
        }
        profile.workers().forEach(worker -> {
            present(worker.isolate(), worker.label(), worker.role());
            shortNames(worker.label());
        });
        profile.functions().forEach(function -> {
            present(function.kind(), function.name(), function.module());
            shortNames(function.name(), function.module(), function.file());
            within(function.worker(), 0, profile.workers().size());
        });
        int[] depths = new int[nodes];
        for (int i = 0; i < nodes; i++) {
            var node = profile.nodes().get(i);
            within(node.function(), 0, profile.functions().size());
            // Never a later one: no node is its own caller.
            within(node.parent(), CpuProfile.NONE, i);
            depths[i] = node.parent() == CpuProfile.NONE ? 1 : depths[node.parent()] + 1;
            within(depths[i], 1, CpuProfile.DEEPEST + 1);
        }
        profile.samples().forEach(sample -> {
            within(sample.node(), CpuProfile.NONE, nodes);
            within(sample.micros(), 0, LONGEST_SAMPLE_MICROS);
        });
        return profile;
    }

    private static void within(long number, long from, long end) {
        if (number < from || number >= end) {
            throw new WireViolation("a profile that names what it does not have");
        }
    }

    private static void shortNames(@Nullable String... names) {
        for (String name : names) {
            if (name != null && name.length() > CpuProfile.LONGEST) {
                throw new WireViolation("a name that is longer than what is shown");
            }
        }
    }

    private static void shortTexts(@Nullable String... texts) {
        for (String text : texts) {
            if (text != null && text.length() > Seen.LONGEST) {
                throw new WireViolation("a text that is longer than what is shown");
            }
        }
    }

    static QueueDelivery delivery(QueueDelivery delivery) {
        present(delivery);
        present(delivery.queue(), delivery.worker(), delivery.outcome());
        return delivery;
    }

    static SocketMessage.Close close(SocketMessage.Close close) {
        present(close.reason());
        return close;
    }

    static Header header(Header header) {
        present(header);
        present(header.name(), header.value());
        return header;
    }

    private static void line(TailEvent.LogLine line) {
        present(line);
        present(line.isolate(), line.timestamp(), line.level(), line.text(), line.message());
        var location = line.location();
        if (location != null) {
            frame(location);
        }
    }

    private static void error(GuestError error) {
        present(error);
        present(error.causes());
        if (causes(error, 0) > GuestError.MOST_CAUSES) {
            throw new WireViolation("an error of more causes than are told");
        }
    }

    /// @return how many causes it has
    private static int causes(GuestError error, int depth) {
        present(error);
        present(error.name(), error.message(), error.frames(), error.causes());
        error.frames().forEach(Shapes::frame);
        if (error.frames().size() > GuestError.MOST_FRAMES) {
            throw new WireViolation("an error of more frames than are told");
        }
        if (depth > GuestError.MOST_DEPTH || error.causes().leftOut() < 0) {
            throw new WireViolation("an error of deeper causes than are told");
        }
        if (depth > 0 && error.message().length() > GuestError.LONGEST_CAUSE) {
            throw new WireViolation("a longer cause than is told");
        }
        int count = error.causes().errors().size();
        for (GuestError each : error.causes().errors()) {
            count += causes(each, depth + 1);
        }
        var causes = error.causes();
        for (GuestError each : new GuestError[] {causes.cause(), causes.error(), causes.suppressed()}) {
            count += each == null ? 0 : 1 + causes(each, depth + 1);
        }
        return count;
    }

    private static void frame(GuestError.Frame frame) {
        present(frame.function(), frame.file());
    }

    private static void subrequest(SubrequestRecord request) {
        present(request);
        present(request.isolate(), request.url(), request.method(), request.decision());
        var rule = request.rule();
        if (rule != null) {
            present(rule.id(), rule.text());
        }
        var location = request.location();
        if (location != null) {
            frame(location);
        }
    }

    private static void exchange(ExchangeRecord exchange) {
        present(exchange);
        message(exchange.request());
        var response = exchange.response();
        if (response != null) {
            message(response);
        }
    }

    private static void message(ExchangeRecord.Message message) {
        present(message);
        present(message.fields(), message.body());
        if (message.body().length > ExchangeRecord.MOST_BODY || message.fields().size() > MOST_FIELDS) {
            throw new WireViolation("more of a request than is shown");
        }
        message.fields().forEach(field -> {
            present(field);
            present(field.name(), field.value());
            if (field.name().length() > ExchangeRecord.MOST_TEXT
                    || field.value().length() > ExchangeRecord.MOST_TEXT) {
                throw new WireViolation("a header that is longer than what is shown");
            }
        });
    }

    private static void call(CallRecord call) {
        present(call);
        present(
                call.at(),
                call.isolate(),
                call.invocation(),
                call.kind(),
                call.method(),
                call.arguments(),
                call.decision());
        var location = call.location();
        if (location != null) {
            frame(location);
        }
        if (isNegative(call.sentBytes()) || isNegative(call.receivedBytes())) {
            throw new WireViolation("a call of less than no bytes");
        }
    }

    private static boolean isNegative(@Nullable Long bytes) {
        return bytes != null && bytes < 0;
    }

    private static void leak(SecretLeak leak) {
        present(leak);
        present(leak.secret(), leak.place(), leak.form(), leak.where());
    }

    private static void handled(EventResult event) {
        switch (event) {
            case EventResult.Scheduled scheduled -> {}
            case EventResult.Queue queue -> {
                present(queue.retryBatch(), queue.explicitAcks(), queue.retryMessages());
                queue.retryMessages().forEach(message -> present(message.msgId()));
            }
            case EventResult.Email email -> {
                email.forwarded().forEach(forward -> {
                    present(forward.to(), forward.headers());
                    forward.headers().forEach(Shapes::present);
                });
                email.replies().forEach(reply -> present(reply.from(), reply.to(), reply.raw()));
            }
            case EventResult.Rpc call -> present(call.text());
            case EventResult.Alarm alarm -> {}
        }
    }
}
