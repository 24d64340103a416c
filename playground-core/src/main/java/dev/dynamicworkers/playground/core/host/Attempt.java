package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.io.CallTrace;
import dev.dynamicworkers.playground.core.io.FetchCall;
import dev.dynamicworkers.playground.core.io.FetchMessage;
import dev.dynamicworkers.playground.core.io.InvocationContext;
import dev.dynamicworkers.playground.core.project.network.AddedHeader;
import dev.dynamicworkers.playground.core.project.network.NetworkTarget;
import dev.dynamicworkers.playground.core.project.secret.Secrets;
import dev.dynamicworkers.playground.core.trace.SubrequestRecord;
import dev.dynamicworkers.playground.core.trace.SubrequestRecord.Decision;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.GuestError;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One request of a worker to the outside, from the moment it was tried until it is recorded, which happens once.
/// Runs on the event loop's thread.
final class Attempt {
    private final @Nullable InvocationContext sender;
    private final NetworkTarget target;
    private final Secrets secrets;
    private final Exchange.Room room;
    private final long startNanos = System.nanoTime();
    private SubrequestRecord.@Nullable Rule rule;
    private @Nullable String ownSection;
    private GuestError.@Nullable Frame location;
    private @Nullable Exchange exchange;
    private boolean recorded;

    /// @param sender null for a request that came from outside and has no invocation
    /// @param room for what is copied of it
    Attempt(@Nullable InvocationContext sender, NetworkTarget target, Secrets secrets, Exchange.Room room) {
        this.sender = sender;
        this.target = target;
        this.secrets = secrets;
        this.room = room;
    }

    /// The request is known.
    ///
    /// @return the request to go on with
    FetchMessage sends(FetchMessage message, FetchCall call) {
        CallTrace trace = call.trace();
        location = trace == null ? null : trace.site();
        exchange = Exchange.begin(sender, secrets, room);
        return exchange == null ? message : exchange.sends(message);
    }

    /// Rules set headers on it.
    void adds(List<AddedHeader> headers) {
        if (exchange != null) {
            exchange.adds(headers);
        }
    }

    /// The answer is known.
    ///
    /// @return the answer to go on with
    FetchCall.Answer answers(FetchCall.Answer answer) {
        return exchange == null ? answer : exchange.answers(answer);
    }

    NetworkTarget target() {
        return target;
    }

    @Nullable
    InvocationContext sender() {
        return sender;
    }

    /// Says which section is about its worker besides that for everyone, null for none.
    void hasOwnSection(@Nullable String place) {
        ownSection = place;
    }

    @Nullable
    String ownSection() {
        return ownSection;
    }

    /// Says what decides about it.
    void decidedBy(String id, String text) {
        rule = new SubrequestRecord.Rule(id, text);
    }

    /// It was answered.
    void answered(Decision decision, int status, @Nullable String contentType) {
        record(decision, status, null, null, contentType);
    }

    /// It was let through, and failed.
    void failed(Decision decision, String reason) {
        record(decision, null, reason, null, null);
    }

    /// It was let through; nothing more will be known of it.
    void passed() {
        record(Decision.ALLOWED, null, null, null, null);
    }

    /// It was refused.
    ///
    /// @param hint how a person lets it through, null where nobody can
    void denied(String reason, @Nullable String hint) {
        record(Decision.DENIED, null, reason, hint, null);
    }

    private void record(
            Decision decision,
            @Nullable Integer status,
            @Nullable String reason,
            @Nullable String hint,
            @Nullable String contentType) {
        InvocationContext by = sender;
        if (by == null || recorded) {
            return;
        }
        recorded = true;
        double millis = (System.nanoTime() - startNanos) / 1e6;
        SubrequestRecord request = new SubrequestRecord(
                by.worker().id(),
                secrets.mask(target.url()),
                secrets.mask(target.method()),
                decision,
                status,
                reason == null ? null : secrets.mask(reason),
                rule,
                hint,
                millis,
                contentType == null ? null : secrets.mask(contentType),
                exchange == null ? null : exchange.number(),
                location == null ? null : location.worded(secrets::mask));
        by.trace().subrequest(request);
        by.worker().emit(new TailEvent.Subrequest(by.worker().id(), Instant.now(), by.id(), request));
        if (exchange != null) {
            exchange.tell();
        }
    }
}
