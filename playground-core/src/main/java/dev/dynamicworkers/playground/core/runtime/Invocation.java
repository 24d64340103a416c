package dev.dynamicworkers.playground.core.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One event to deliver to the parent worker.
public sealed interface Invocation {
    /// Name of the entrypoint, null for the default one.
    @Nullable
    String entrypoint();

    /// What is delivered: this event, or the one that {@link WithProps} is about.
    default Invocation event() {
        return this;
    }

    /// JSON of the object that the entrypoint finds as `ctx.props`, null for none.
    default @Nullable String props() {
        return null;
    }

    /// Another event in place of this one, with the same props.
    default Invocation with(Invocation other) {
        String props = props();
        return props == null ? other : new WithProps(other, props);
    }

    /// An event whose entrypoint has props, as one that is reached through a service binding has.
    ///
    /// @param event anything but an event with props, or an alarm
    /// @param props JSON of an object
    record WithProps(Invocation event, String props) implements Invocation {
        public WithProps {
            if (event instanceof WithProps || event instanceof Alarm) {
                throw new IllegalArgumentException("props belong to one event of an entrypoint");
            }
        }

        @Override
        public @Nullable String entrypoint() {
            return event.entrypoint();
        }
    }

    /// An HTTP request.
    ///
    /// @param url absolute URL
    /// @param headers in order, names as written
    record Fetch(
            String method,
            String url,
            List<Header> headers,
            RequestBody body,
            @Nullable String entrypoint) implements Invocation {
        public Fetch {
            headers = List.copyOf(headers);
        }
    }

    /// A test: an export with a `test()` method, named by `entrypoint`.
    record Test(@Nullable String entrypoint) implements Invocation {}

    /// A cron trigger.
    ///
    /// @param scheduledTime milliseconds since the epoch
    record Scheduled(
            String cron, long scheduledTime, @Nullable String entrypoint) implements Invocation {}

    /// A batch of messages for a consumer of a queue.
    record Queue(
            String queue,
            List<QueueMessage> messages,
            @Nullable String entrypoint) implements Invocation {
        public Queue {
            messages = List.copyOf(messages);
        }
    }

    /// One message of a batch.
    ///
    /// @param timestamp when it was sent, in milliseconds since the epoch
    /// @param attempts how often it has been delivered, this time included
    /// @param body JSON or text, or the Base64 of bytes
    record QueueMessage(String id, long timestamp, int attempts, Content content, String body) {
        /// What the body is for the consumer.
        public enum Content {
            JSON,
            TEXT,
            BYTES
        }
    }

    /// An e-mail.
    ///
    /// @param from sender of the envelope
    /// @param to recipient of the envelope
    /// @param raw the message with its headers
    record Email(
            String from, String to, byte[] raw, @Nullable String entrypoint) implements Invocation {}

    /// What other invocations did, for a tail worker.
    ///
    /// @param events JSON of an array of trace items
    record Tail(String events, @Nullable String entrypoint) implements Invocation {}

    /// A call of a method over RPC, from outside.
    ///
    /// @param method name of the method, or a path of properties with dots between them
    /// @param arguments JSON of an array of arguments
    record Rpc(String method, String arguments, @Nullable String entrypoint) implements Invocation {}

    /// The alarm of a Durable Object, now.
    ///
    /// @param binding of the object's namespace
    /// @param object its name or its id, null for the one whose alarm is due next
    record Alarm(String binding, @Nullable String object) implements Invocation {
        @Override
        public @Nullable String entrypoint() {
            return null;
        }
    }
}
