package dev.dynamicworkers.playground.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.RequestBody;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.SocketMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What an engine process must not send, seen from the application, which has one call under way with the number 1.
final class WireViolationTest {
    private static final byte[] CHUNK = new byte[64 * 1024];

    private static final String FRAME =
            "{\"function\":\"f\",\"file\":null,\"module\":\"m.js\",\"line\":1,\"column\":1,\"code\":\"x\"}";

    private static String pause(String frames) {
        return "{\"number\":1,\"reason\":\"STEP\",\"detail\":null,\"isolate\":{\"number\":1},\"worker\":\"w\","
                + "\"invocation\":1,\"frames\":[" + frames + "]}";
    }

    private static final String STACK_FRAME = "{\"function\":\"f\",\"file\":\"a.js\",\"line\":1,\"column\":1}";
    private static final String NO_CAUSES = causes("null", "", 0);

    private static String causes(String cause, String errors, int leftOut) {
        return "{\"cause\":" + cause + ",\"errors\":[" + errors + "],\"leftOut\":" + leftOut + "}";
    }

    private static String error(String message, String causes) {
        return "{\"name\":\"E\",\"message\":\"" + message + "\",\"stack\":null,\"frames\":[],\"hint\":null,\"causes\":"
                + causes + "}";
    }

    /// An error with a chain of so many causes.
    private static String deep(int causes) {
        return error("m", causes == 0 ? NO_CAUSES : causes(deep(causes - 1), "", 0));
    }

    private static String thrown(String error) {
        return "[{\"case\":\"GuestException\",\"isolate\":{\"number\":1},\"timestamp\":1,\"invocation\":{\"number\":1},\"error\":"
                + error + "}]";
    }

    private static String exchange(String value, String body) {
        return "[{\"case\":\"Exchange\",\"isolate\":{\"number\":1},\"timestamp\":1,\"invocation\":{\"number\":1},"
                + "\"exchange\":{\"number\":1,\"request\":{\"fields\":[{\"name\":\"a\",\"value\":\"" + value
                + "\"}],\"body\":\"" + body + "\",\"bytes\":1,\"isOver\":true}}}]";
    }

    private static byte[] frame(FrameKind kind, long id, String payload) {
        return frame(kind, id, payload.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] frame(FrameKind kind, long id, byte[] payload) {
        return ByteBuffer.allocate(Integer.BYTES + FrameReader.HEAD_LENGTH + payload.length)
                .putInt(FrameReader.HEAD_LENGTH + payload.length)
                .put((byte) kind.ordinal())
                .putLong(id)
                .put(payload)
                .array();
    }

    private static byte[] all(byte[]... frames) {
        var bytes = new ByteArrayOutputStream();
        for (var each : frames) {
            bytes.writeBytes(each);
        }
        return bytes.toByteArray();
    }

    static Stream<Arguments> violations() {
        var head = frame(FrameKind.HEAD, 1, "[200,\"OK\",[]]");
        var note = "[{\"case\":\"Note\",\"isolate\":{\"number\":1},\"timestamp\":1,\"text\":null}]";
        return Stream.of(
                Arguments.of(new byte[] {127, -1, -1, -1, 0}, "a message of 2147483647 bytes"),
                Arguments.of(new byte[] {-1, -1, -1, -1, 0}, "a message of 4294967295 bytes"),
                Arguments.of(new byte[] {0, 0, 0, 1, 0}, "a message of 1 bytes"),
                Arguments.of(new byte[] {0, 0, 0, 9, 120, 0, 0, 0, 0, 0, 0, 0, 0}, "a message of the unknown kind 120"),
                Arguments.of(frame(FrameKind.HELLO, 0, "{"), "a malformed message"),
                Arguments.of(frame(FrameKind.HELLO, 0, "[".repeat(100_000)), "a malformed message"),
                Arguments.of(frame(FrameKind.HELLO, 0, "null"), "a message without a part that it needs"),
                Arguments.of(
                        all(
                                frame(FrameKind.HELLO, 0, "{\"implementation\":\"x\"}"),
                                frame(FrameKind.HELLO, 0, "{\"implementation\":\"x\"}")),
                        "a second greeting"),
                Arguments.of(frame(FrameKind.START, 1, "[]"), "a message START that belongs to no call"),
                Arguments.of(frame(FrameKind.CHUNK, 9, CHUNK), "a message CHUNK that belongs to no call"),
                Arguments.of(frame(FrameKind.CHUNK, 1, CHUNK), "a message CHUNK out of order"),
                Arguments.of(all(head, head), "a message HEAD out of order"),
                Arguments.of(
                        all(head, frame(FrameKind.END, 1, ""), frame(FrameKind.CHUNK, 1, CHUNK)),
                        "a message CHUNK out of order"),
                Arguments.of(frame(FrameKind.HEAD, 1, "[200]"), "a malformed message"),
                Arguments.of(frame(FrameKind.UPGRADE, 1, "[{}]"), "a message without a part that it needs"),
                Arguments.of(
                        all(frame(FrameKind.UPGRADE, 1, "[]"), frame(FrameKind.UPGRADE, 1, "[]")),
                        "a message UPGRADE out of order"),
                Arguments.of(frame(FrameKind.SOCKET_TEXT, 1, "x"), "a message SOCKET_TEXT without a web socket"),
                Arguments.of(frame(FrameKind.CRON, 7, "[\"* * * * *\",{}]"), "a malformed message"),
                Arguments.of(
                        frame(FrameKind.TAIL, 7, exchange("x", "A".repeat(4 * 22_000))),
                        "more of a request than is shown"),
                Arguments.of(
                        frame(FrameKind.TAIL, 7, exchange("x".repeat(2_001), "")),
                        "a header that is longer than what is shown"),
                Arguments.of(
                        frame(FrameKind.TAIL, 7, exchange("x", "").replace("\"x\"", "null")),
                        "a message without a part that it needs"),
                Arguments.of(frame(FrameKind.PAUSED, 7, "[]"), "a malformed message"),
                Arguments.of(frame(FrameKind.PAUSED, 7, "{\"number\":1}"), "a malformed message"),
                Arguments.of(frame(FrameKind.PAUSED, 7, pause("")), "a pause of 0 frames"),
                Arguments.of(
                        frame(FrameKind.PAUSED, 7, pause(FRAME + (("," + FRAME).repeat(64)))), "a pause of 65 frames"),
                Arguments.of(
                        frame(FrameKind.PAUSED, 7, pause(FRAME.replace("\"f\"", "null"))),
                        "a message without a part that it needs"),
                Arguments.of(
                        frame(FrameKind.PAUSED, 7, pause(FRAME.replace("\"f\"", '"' + "f".repeat(1001) + '"'))),
                        "a text that is longer than what is shown"),
                Arguments.of(
                        all(frame(FrameKind.PAUSED, 7, pause(FRAME)), frame(FrameKind.PAUSED, 7, pause(FRAME))),
                        "a second pause at once"),
                Arguments.of(frame(FrameKind.RESUMED, 7, ""), "the end of no pause"),
                Arguments.of(frame(FrameKind.REPLY, 1, "{}"), "a malformed message"),
                Arguments.of(frame(FrameKind.REPLY, 1, "{\"id\":\"x\"}"), "a malformed message"),
                Arguments.of(frame(FrameKind.BODY_CREDIT, 1, new byte[] {1}), "a malformed message"),
                Arguments.of(
                        frame(FrameKind.BODY_CREDIT, 1, new byte[] {127, 0, 0, 0}), "credit for more than it was sent"),
                Arguments.of(frame(FrameKind.TAIL, 7, note), "a message without a part that it needs"),
                Arguments.of(
                        frame(FrameKind.TAIL, 7, thrown(error("m", "null"))), "a message without a part that it needs"),
                Arguments.of(frame(FrameKind.TAIL, 7, thrown(deep(9))), "an error of deeper causes than are told"),
                Arguments.of(
                        frame(
                                FrameKind.TAIL,
                                7,
                                thrown(error(
                                        "m", causes("null", (error("m", NO_CAUSES) + ",").repeat(20) + deep(0), 0)))),
                        "an error of more causes than are told"),
                Arguments.of(
                        frame(FrameKind.TAIL, 7, thrown(error("m", causes(error("m".repeat(4001), NO_CAUSES), "", 0)))),
                        "a longer cause than is told"),
                Arguments.of(
                        frame(
                                FrameKind.TAIL,
                                7,
                                thrown(error("m", NO_CAUSES)
                                        .replace(
                                                "\"frames\":[]",
                                                "\"frames\":[" + (STACK_FRAME + ",").repeat(200) + STACK_FRAME + "]"))),
                        "an error of more frames than are told"),
                Arguments.of(
                        frame(FrameKind.TAIL, 7, thrown(error("m", causes("null", "", -1)))),
                        "an error of deeper causes than are told"),
                Arguments.of(frame(FrameKind.TAIL, 7, "[{\"case\":\"java.lang.Runtime\"}]"), "a malformed message"),
                Arguments.of(
                        frame(FrameKind.QUESTION, 1, "[7,{\"number\":1}]"), "a message without a part that it needs"));
    }

    @ParameterizedTest
    @MethodSource("violations")
    void whatAnEngineMustNotSendEndsIt(byte[] sent, String what) throws IOException, InterruptedException {
        var connection = connected(sent, /* open= */ true);

        Answers.of(connection.end());

        assertThat(connection.violation()).isEqualTo(what);
    }

    /// A call that nobody takes the body of is not sent more of it than it has credit for.
    @Test
    void creditBoundsWhatIsKept() {
        var order = new AnswerOrder();
        order.accept(new Frame(FrameKind.HEAD, 1, new byte[0]));
        for (int i = 0; i < 5; i++) {
            assertThat(order.accept(new Frame(FrameKind.CHUNK, 1, CHUNK))).isTrue();
        }
        order.taken(CHUNK.length);
        assertThat(order.accept(new Frame(FrameKind.CHUNK, 1, CHUNK))).isTrue();
        assertThatThrownBy(() -> order.accept(new Frame(FrameKind.CHUNK, 1, CHUNK)))
                .hasMessage("more of a response body than was asked for");
    }

    @Test
    void aWebSocketIsHeldToItsCreditAndItsEnd() {
        var socket = new RemoteSocket(1, new FrameWriter(OutputStream.nullOutputStream(), "unused"));
        socket.send(new SocketMessage.Text("hello"));
        assertThatThrownBy(() -> socket.handle(Frame.ofCount(FrameKind.SOCKET_CREDIT, 1, 1000)))
                .hasMessage("credit for more than it was sent");
        for (int i = 0; i < 4; i++) {
            socket.handle(new Frame(FrameKind.SOCKET_BINARY, 1, CHUNK));
        }
        assertThatThrownBy(() -> socket.handle(new Frame(FrameKind.SOCKET_BINARY, 1, CHUNK)))
                .hasMessage("more over a web socket than was asked for");
        socket.receive(taken -> assertThat(taken).isInstanceOf(SocketMessage.Binary.class));
        socket.handle(Frame.ofText(FrameKind.SOCKET_CLOSE, 1, "[1000,\"\"]"));
        assertThatThrownBy(() -> socket.handle(Frame.ofText(FrameKind.SOCKET_LOST, 1, "")))
                .hasMessage("a message SOCKET_LOST out of order");
        assertThatThrownBy(() -> SocketFrame.message(Frame.ofText(FrameKind.SOCKET_CLOSE, 1, "[1000,null]")))
                .hasMessage("a message without a part that it needs");
    }

    /// Messages that are cut off, turned round or made of nothing never leave a call without a result.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noiseEndsInAResult(long seed) throws IOException, InterruptedException {
        var random = new Random(seed);
        var good = all(
                frame(FrameKind.HEAD, 1, "[200,\"OK\",[]]"),
                frame(FrameKind.CHUNK, 1, CHUNK),
                frame(FrameKind.END, 1, ""));
        for (int i = 0; i < 20; i++) {
            good[random.nextInt(good.length)] ^= (byte) (1 << random.nextInt(8));
        }
        int length = random.nextInt(good.length);

        var result = new CompletableFuture<CompletableFuture<InvocationResult>>();
        var connection = connected(Arrays.copyOf(good, length), /* open= */ false, result);
        Answers.of(connection.end());
        connection.close(EventOutcome.INTERNAL_ERROR, "over");

        assertThat(Answers.of(Answers.of(result)).outcome()).isEqualTo(EventOutcome.INTERNAL_ERROR);
    }

    private static EngineConnection connected(byte[] sent, boolean open) throws IOException {
        return connected(sent, open, new CompletableFuture<>());
    }

    /// @param open whether the pipe stays open after what is sent
    private static EngineConnection connected(
            byte[] sent, boolean open, CompletableFuture<CompletableFuture<InvocationResult>> call) throws IOException {
        var input = new PipedInputStream(1 << 20);
        var engine = new PipedOutputStream(input);
        var connection = new EngineConnection(input, OutputStream.nullOutputStream());
        var project = new KnownProject(7, Projects.full(), RuntimeOptions.DEFAULT, event -> {});
        call.complete(connection.dispatch(
                project, new Invocation.Fetch("GET", "http://x/", List.of(), new RequestBody.None(), null), null));
        connection.start();
        engine.write(FrameReader.GREETING);
        engine.write(sent);
        engine.flush();
        if (!open) {
            engine.close();
        }
        return connection;
    }
}
