package dev.dynamicworkers.playground.app.session;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Kinds of events that can be sent.
public enum EventKind {
    /// An HTTP request.
    FETCH("URL", "http://localhost/", "Request body"),
    /// A call of a method over RPC; the target is the method, the body an array of arguments.
    RPC("Method", "greet", "JSON array of arguments: [\"Ada\", {\"loud\": true}]. Anything else is the one argument."),
    /// A cron trigger; the target is its expression.
    SCHEDULED("Cron expression", "*/5 * * * *", "Not used"),
    /// A batch for a consumer; the target is the queue, the body an array of messages.
    QUEUE("Queue", "my-queue", "JSON array of messages: [{\"id\": 1}, \"text\"]"),
    /// An e-mail; the target is sender and recipient, the body the message with its headers.
    EMAIL("From and to", "ada@example.com -> inbox@example.com", "Subject: Hello, a blank line, and the text"),
    /// The alarm of a Durable Object; the target is its binding, with its name or id behind a colon.
    ALARM("Binding, or binding:name", "COUNTER:total", "Not used"),
    /// What other invocations did, for a tail worker; the body is an array of trace items.
    TAIL("Target", "not used", "JSON array of trace items");

    private final String targetName;
    private final String prompt;
    private final String bodyPrompt;

    EventKind(String targetName, String prompt, String bodyPrompt) {
        this.targetName = targetName;
        this.prompt = prompt;
        this.bodyPrompt = bodyPrompt;
    }

    /// As lists and files write it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What the line beside it is.
    public String targetName() {
        return targetName;
    }

    /// An example of the line beside it.
    public String prompt() {
        return prompt;
    }

    /// What the body is.
    public String bodyPrompt() {
        return bodyPrompt;
    }

    /// The kind of a word.
    public static Optional<EventKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
