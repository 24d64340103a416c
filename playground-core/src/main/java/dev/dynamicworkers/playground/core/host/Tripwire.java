package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.io.Body;
import dev.dynamicworkers.playground.core.io.FetchMessage;
import dev.dynamicworkers.playground.core.io.InvocationContext;
import dev.dynamicworkers.playground.core.project.secret.Secrets;
import dev.dynamicworkers.playground.core.trace.SecretLeak;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.SocketMessage;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reports the values of secrets on their way out of workers; holds nothing back. What is found is told in a turn of
/// the event loop; everything else is safe on any thread.
public final class Tripwire {
    private final Secrets secrets;
    private final EventLoop loop;

    Tripwire(Secrets secrets, EventLoop loop) {
        this.secrets = secrets;
        this.loop = loop;
    }

    /// The secrets that it looks for.
    public Secrets secrets() {
        return secrets;
    }

    /// Looks at URL and headers of a request to the outside, and at a body that is there as a whole.
    void request(Attempt attempt, FetchMessage message) {
        InvocationContext sender = attempt.sender();
        if (secrets.isEmpty() || sender == null) {
            return;
        }
        String target = attempt.target().text();
        text(sender, SecretLeak.Place.URL, attempt.target().url(), target);
        String[] fields =
                message.headers().isEmpty() ? new String[0] : message.headers().split("\n", -1);
        for (int i = 0; i + 1 < fields.length; i += 2) {
            if (!isCredentialField(fields[i])) {
                text(sender, SecretLeak.Place.REQUEST_HEADER, fields[i + 1], fields[i] + " of " + target);
            }
        }
        switch (message.body()) {
            case Body.Text(String text) -> text(sender, SecretLeak.Place.REQUEST_BODY, text, target);
            case Body.Bytes(byte[] bytes) ->
                watch(sender, SecretLeak.Place.REQUEST_BODY, target).accept(bytes, 0, bytes.length);
            default -> {
                // A stream is looked at while it is sent.
            }
        }
    }

    /// Where credentials belong: in these fields they are what the request is for.
    private static boolean isCredentialField(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("authorization")
                || lower.equals("proxy-authorization")
                || lower.equals("cookie")
                || lower.contains("api-key")
                || lower.contains("apikey")
                || lower.contains("token");
    }

    /// Looks at a text.
    public void text(@Nullable InvocationContext by, SecretLeak.Place place, String text, String where) {
        for (Secrets.Found found : secrets.find(text)) {
            tell(by, found, place, where);
        }
    }

    /// Looks at bytes that come in pieces.
    public Secrets.Scanner watch(@Nullable InvocationContext by, SecretLeak.Place place, String where) {
        return secrets.scanner(found -> tell(by, found, place, where));
    }

    /// The same stream, looked at while it is read.
    InputStream watched(InputStream input, @Nullable InvocationContext by, SecretLeak.Place place, String where) {
        if (secrets.isEmpty()) {
            return input;
        }
        Secrets.Scanner scanner = watch(by, place, where);
        return new FilterInputStream(input) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int count = super.read(target, offset, length);
                if (count > 0) {
                    scanner.accept(target, offset, count);
                }
                return count;
            }
        };
    }

    /// Looks at a message of a web socket.
    public void message(@Nullable InvocationContext by, SecretLeak.Place place, SocketMessage message, String where) {
        switch (message) {
            case SocketMessage.Text(String text) -> text(by, place, text, where);
            case SocketMessage.Binary(byte[] bytes) -> watch(by, place, where).accept(bytes, 0, bytes.length);
            case SocketMessage.Close(int code, String reason) -> text(by, place, reason, where);
            case SocketMessage.Lost lost -> {}
        }
    }

    /// Reports a find.
    void tell(@Nullable InvocationContext by, Secrets.Found found, SecretLeak.Place place, String where) {
        if (by == null) {
            return;
        }
        SecretLeak leak = new SecretLeak(found.name(), place, found.form().word(), secrets.mask(where));
        Runnable report =
                () -> by.worker().emit(new TailEvent.SecretLeaked(by.worker().id(), Instant.now(), by.id(), leak));
        if (loop.isCurrent()) {
            report.run();
        } else {
            loop.post(report);
        }
    }
}
