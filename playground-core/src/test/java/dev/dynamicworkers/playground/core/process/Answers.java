package dev.dynamicworkers.playground.core.process;

import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.InvocationResult.WorkerResponse;
import dev.dynamicworkers.playground.core.worker.GuestError;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Waits for what a test needs, and says so where it does not come.
final class Answers {
    /// Against hanging alone: a busy machine takes many times as long as a quiet one.
    private static final int SECONDS = 180;

    private Answers() {}

    static <T> T of(CompletableFuture<T> future) throws InterruptedException {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new AssertionError("no answer: " + failed.getCause(), failed);
        } catch (TimeoutException missing) {
            throw new AssertionError("no answer within " + SECONDS + " s", missing);
        }
    }

    static WorkerResponse response(InvocationResult result) {
        return Objects.requireNonNull(result.response(), () -> "no response: " + result.error());
    }

    static GuestError error(InvocationResult result) {
        return Objects.requireNonNull(result.error(), "no error");
    }

    /// The beginning of what a caller is told: body, error, notes.
    static String said(InvocationResult result) {
        var text = new StringBuilder();
        var response = result.response();
        if (response != null) {
            var body = new String(response.body(), StandardCharsets.UTF_8);
            text.append(body, 0, Math.min(500, body.length()));
            if (response.truncated()) {
                text.append("\ntruncated");
            }
        }
        var error = result.error();
        if (error != null) {
            text.append('\n').append(error.message());
        }
        result.notes().forEach(note -> text.append('\n').append(note));
        return text.toString();
    }
}
