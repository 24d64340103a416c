package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.io.Body;
import dev.dynamicworkers.playground.core.io.EventCall;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.FetchCall;
import dev.dynamicworkers.playground.core.io.FetchMessage;
import dev.dynamicworkers.playground.core.io.HandlerEvent;
import dev.dynamicworkers.playground.core.io.NamedService;
import dev.dynamicworkers.playground.core.io.RpcCall;
import dev.dynamicworkers.playground.core.io.WorkerChannel;

/// An entrypoint of a worker that does not run here. Requests get the answer 503 and calls an error, as in the
/// platform's own development server. Runs on the event loop's thread.
record MissingWorker(String service, String entrypoint) implements NamedService {
    private static final String ADVICE = "Pair the project of that worker: --with DIR, or \"services\" in"
            + " .playground/playground.json (docs/guide/bindings.md).";

    @Override
    public void fetch(FetchMessage message, FetchCall call) {
        String text = "Couldn't find a local dev session for the \"" + entrypoint + "\" entrypoint of service \""
                + service + "\" to proxy to";
        call.respond(
                new FetchCall.Answer(503, "", "content-type\ntext/plain;charset=UTF-8", new Body.Text(text), null));
    }

    @Override
    public void call(RpcCall call) {
        call.fail(cannot(call.method()));
    }

    @Override
    public void deliver(HandlerEvent event, EventCall call) {
        call.fail(cannot(event.kind()));
    }

    private Failure cannot(String method) {
        return Failure.hinted(
                "Error",
                "Cannot access \"" + method + "\" as we couldn't find a local dev session for the \"" + entrypoint
                        + "\" entrypoint of service \"" + service + "\" to proxy to.",
                ADVICE);
    }

    /// A worker whose Durable Objects do not run here.
    static WorkerChannel ofObject(String className, String service) {
        return (ready, failed) -> failed.accept(object(className, service));
    }

    /// What is told of a Durable Object of a worker that does not run here.
    static Failure object(String className, String service) {
        return Failure.hinted(
                "Error",
                "Couldn't find a local dev session for Durable Object \"" + className + "\" of service \"" + service
                        + "\" to proxy to",
                ADVICE);
    }
}
