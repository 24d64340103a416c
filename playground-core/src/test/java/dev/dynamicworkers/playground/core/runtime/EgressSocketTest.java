package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.project.network.NetworkRules;
import dev.dynamicworkers.playground.core.trace.SecretLeak;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What leaves workers through web sockets to the outside, seen from a server on the loopback interface.
final class EgressSocketTest {
    private static final String SECRET = "sk-live-0123456789abcdef";

    private static final String WORKER = """
        const MESSAGES = {
          text: (key) => 'the key is ' + key,
          base64: (key) => btoa(key),
          binary: (key) => new TextEncoder().encode(key),
          hello: () => 'hello',
        };
        export default {
          async fetch(request, env) {
            const socket = new WebSocket(env.SERVER);
            socket.binaryType = 'arraybuffer';
            await new Promise((open) => socket.addEventListener('open', open));
            const answer = new Promise((come) => socket.addEventListener('message', (event) => come(event.data)));
            socket.send(MESSAGES[new URL(request.url).pathname.slice(1)](env.API_KEY));
            return new Response(await answer);
          },
        };
        """;

    @ParameterizedTest
    @CsvSource({"text, plain", "base64, base64", "binary, plain", "hello,"})
    void messagesWithASecretAreReportedAndSent(String message, String form, @TempDir Path folder) throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var received = CompletableFuture.supplyAsync(() -> serve(server), Thread::startVirtualThread);
            var host = "127.0.0.1:" + server.getLocalPort();
            try (var project = new OneProject(
                    folder,
                    RuntimeOptions.DEFAULT.reaching(NetworkRules.BLOCKED.allowing(host)),
                    Map.of(
                            "index.js",
                            WORKER,
                            ".dev.vars",
                            "API_KEY=" + SECRET + "\n",
                            "wrangler.jsonc",
                            "{ \"name\": \"one\", \"main\": \"index.js\", \"compatibility_date\": \"2026-01-01\","
                                    + " \"vars\": { \"SERVER\": \"ws://" + host + "/\" } }"))) {
                var result = project.result("/" + message);

                assertThat(OneProject.body(result)).isEqualTo("got it");
                assertThat(received.join()).isNotEmpty();
                if (form == null) {
                    assertThat(result.secretLeaks()).isEmpty();
                } else {
                    assertThat(result.secretLeaks()).singleElement().satisfies(leaked -> {
                        assertThat(leaked.leak().secret()).isEqualTo("API_KEY");
                        assertThat(leaked.leak().place()).isEqualTo(SecretLeak.Place.REQUEST_BODY);
                        assertThat(leaked.leak().form()).isEqualTo(form);
                        assertThat(leaked.leak().where()).contains(host);
                    });
                }
            }
        }
    }

    /// One connection, one short message, one answer (RFC 6455).
    private static String serve(ServerSocket server) {
        try (var connection = server.accept();
                var input = new DataInputStream(connection.getInputStream());
                var output = connection.getOutputStream()) {
            var key = "";
            for (var line = line(input); !line.isEmpty(); line = line(input)) {
                if (line.regionMatches(true, 0, "sec-websocket-key:", 0, 18)) {
                    key = line.substring(18).strip();
                }
            }
            var accept = MessageDigest.getInstance("SHA-1")
                    .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
            output.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Accept: "
                            + Base64.getEncoder().encodeToString(accept) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            input.readByte();
            int length = input.readByte() & 0x7F;
            var mask = input.readNBytes(4);
            var payload = input.readNBytes(length);
            for (int i = 0; i < length; i++) {
                payload[i] ^= mask[i % 4];
            }
            output.write(new byte[] {(byte) 0x81, 6, 'g', 'o', 't', ' ', 'i', 't'});
            output.flush();
            return new String(payload, StandardCharsets.UTF_8);
        } catch (IOException | NoSuchAlgorithmException failure) {
            throw new CompletionException(failure);
        }
    }

    private static String line(DataInputStream input) throws IOException {
        var line = new StringBuilder();
        for (int c = input.read(); c >= 0 && c != '\n'; c = input.read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }
}
