package dev.dynamicworkers.playground.core.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamicworkers.playground.core.project.network.AddressGrant;
import dev.dynamicworkers.playground.core.project.network.HostPattern;
import dev.dynamicworkers.playground.core.worker.SocketMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What servers may say, and what the client makes of it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class Http1ClientTest {
    private static final AddressGrant NAMED = new AddressGrant(/* named= */ true, List.of());
    private static final String OK = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhi";

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    @AfterAll
    void stop() {
        executor.close();
    }

    private static Http1Request get(String host, int port, AddressGrant... grants) {
        return new Http1Request(
                "GET",
                new Destination(host, port, /* tls= */ false, List.of(grants)),
                "/",
                List.of(),
                new Http1Request.Content.None());
    }

    private String ask(String answer) throws IOException {
        try (var server = new ScriptedServer(List.of(answer));
                var connector = new Connector(HostResolver.SYSTEM);
                var client = new Http1Client(connector, executor)) {
            Http1Response response = client.send(get("127.0.0.1", server.port(), NAMED));
            try (var body = response.body()) {
                return response.status() + " " + response.reason() + " "
                        + new String(body.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP/1.1 200 Fine~content-length: 2~~hi and more | 200 Fine hi",
                "HTTP/1.0 200~~until the end | 200  until the end",
                "HTTP/1.1 100 Continue~~HTTP/1.1 103 Early Hints~link: x~~HTTP/1.1 201 Made~content-length: 0~~ | 201"
                        + " Made",
                "HTTP/1.1 200 OK~transfer-encoding: chunked~~2;x=y~he~3~llo~0~trailer: 1~~ | 200 OK hello",
                "HTTP/1.1 204 No Content~content-length: 5~~ | 204 No Content",
            })
    void bodiesEndWhereTheirHeadSaysSo(String answer, String expected) throws IOException {
        assertThat(ask(answer.replace("~", "\r\n")).strip()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SSH-2.0-x~~ | the server does not speak HTTP/1.1",
                "HTTP/1.1 200 OK~no colon~~ | the server sent a malformed header",
                "HTTP/1.1 200 OK~content-length: 1~content-length: 2~~hi | the server sent a malformed content-length",
                "HTTP/1.1 200 OK~content-length: 3~~hi | the server closed the connection in the middle of the"
                        + " response",
                "HTTP/1.1 200 OK~transfer-encoding: chunked~~zz~~ | the server sent a malformed chunk",
                "HTTP/1.1 101 Switching Protocols~~ | the server switched protocols, for which nobody asked",
            })
    void brokenAnswersFailInOneSentence(String answer, String message) {
        assertThatThrownBy(() -> ask(answer.replace("~", "\r\n"))).hasMessage(message);
    }

    @Test
    void endlessHeadsEnd() {
        assertThatThrownBy(() -> ask("HTTP/1.1 200 OK\r\n" + "x: " + "y".repeat(300_000)))
                .hasMessage("the server's headers are larger than 256 KiB");
    }

    @Test
    void endlessInterimResponsesEnd() {
        assertThatThrownBy(() -> ask("HTTP/1.1 102 Processing\r\n\r\n".repeat(30)))
                .hasMessage("the server sent more than 20 interim responses");
    }

    @Test
    void linesOfARequestCantBeForged() {
        var request = new Http1Request(
                "GET",
                new Destination("127.0.0.1", 1, /* tls= */ false, List.of(NAMED)),
                "/ HTTP/1.1\r\nhost: other",
                List.of(),
                new Http1Request.Content.None());

        assertThatThrownBy(() -> request.head(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Http1Request(
                                "GET",
                                request.destination(),
                                "/",
                                List.of(new HttpField("a", "b\r\nc: d")),
                                request.content())
                        .head(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void connectionsAreUsedAgainAndReplacedWhenTheyAreGone() throws IOException {
        try (var server = new ScriptedServer(List.of(OK, OK), List.of(OK));
                var connector = new Connector(HostResolver.SYSTEM);
                var client = new Http1Client(connector, executor)) {
            for (int i = 0; i < 3; i++) {
                try (var body =
                        client.send(get("127.0.0.1", server.port(), NAMED)).body()) {
                    assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8))
                            .isEqualTo("hi");
                }
            }
            assertThat(server.heads).hasSize(3);
            assertThat(connector.openConnections()).isOne();
            // The address of a kept connection is checked against the rules of each request.
            assertThatThrownBy(() -> client.send(get("127.0.0.1", server.port())))
                    .isInstanceOf(AddressDeniedException.class);
        }
    }

    /// A resolver that lies at its second answer leads nowhere: there is no second question.
    @Test
    void namesAreLookedUpOnceAndAllAnswersAreChecked() throws IOException {
        var asked = new AtomicInteger();
        HostResolver rebinding = host -> switch (host) {
            case "two.test" -> List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("169.254.169.254"));
            default ->
                asked.getAndIncrement() == 0
                        ? List.of(InetAddress.ofLiteral("127.0.0.1"))
                        : List.of(InetAddress.ofLiteral("169.254.169.254"));
        };
        var loopback = new AddressGrant(
                /* named= */ false, List.of(HostPattern.of("127.0.0.1").orElseThrow()));
        try (var server = new ScriptedServer(List.of(OK));
                var connector = new Connector(rebinding);
                var client = new Http1Client(connector, executor)) {
            assertThat(client.send(get("rebind.test", server.port(), loopback)).status())
                    .isEqualTo(200);
            assertThat(asked).hasValue(1);
            assertThat(server.heads.getFirst()).contains("host: rebind.test:" + server.port());
            assertThatThrownBy(() -> client.send(get("again.test", server.port(), loopback)))
                    .hasMessage(
                            "again.test is at 169.254.169.254, and that is an address of a cloud's metadata service");
            assertThatThrownBy(() -> client.send(get("two.test", server.port(), loopback, NAMED)))
                    .isInstanceOf(AddressDeniedException.class);
            assertThat(server.heads).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "81026869 | Text[text=hi]",
                "0101688001 69 | Text[text=hi]",
                "8900 820101 | Binary",
                "8102c328 | Lost[reason=WebSocket connection lost: the server sent a text that is not UTF-8]",
                "8182000000006869 | Lost[reason=WebSocket connection lost: the server sent a malformed frame]",
                "827f0000000100000000 | Lost[reason=WebSocket connection lost: the server sent a message of more than"
                        + " 32 MiB]",
                "80026869 | Lost[reason=WebSocket connection lost: the server sent frames out of order]",
                "880203e8 | Close[code=1000, reason=]",
                "8800 | Close[code=1005, reason=]",
            })
    void framesOfWebSocketsAreRead(String frames, String expected) {
        byte[] bytes = HexFormat.of().parseHex(frames.replace(" ", ""));
        var connection = new WebSocketConnection(
                new DataInputStream(new ByteArrayInputStream(bytes)), new ByteArrayOutputStream(), () -> {});

        SocketMessage message = connection.receive();

        assertThat(message.toString()).startsWith(expected);
    }
}
