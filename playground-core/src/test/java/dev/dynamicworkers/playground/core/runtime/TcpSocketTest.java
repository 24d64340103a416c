package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.project.network.NetworkRules;
import dev.dynamicworkers.playground.core.trace.SubrequestRecord;
import dev.dynamicworkers.playground.core.worker.GuestError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// TCP connections of a worker to a server on the loopback address that sends back what it gets.
final class TcpSocketTest {
    private static final String WORKER = """
        import { connect } from 'cloudflare:sockets';

        const text = async (stream) => new Response(stream).text();

        const CASES = {
          async echo(port) {
            const socket = connect({ hostname: '127.0.0.1', port });
            const { remoteAddress, localAddress } = await socket.opened;
            const writer = socket.writable.getWriter();
            writer.write(new TextEncoder().encode('one '));
            writer.write(new TextEncoder().encode('two'));
            await writer.close();
            const got = await text(socket.readable);
            await socket.closed;
            return [got, remoteAddress === '127.0.0.1:' + port, /^127\\.0\\.0\\.1:\\d+$/.test(localAddress)];
          },
          async close(port) {
            const socket = connect('localhost:' + port);
            const writer = socket.writable.getWriter();
            writer.write(new Uint8Array([104, 105]));
            const reader = socket.readable.getReader();
            const { value } = await reader.read();
            await socket.close();
            return [new TextDecoder().decode(value), (await reader.read()).done, await socket.closed];
          },
          async pipes(port) {
            const socket = connect({ hostname: '127.0.0.1', port });
            const source = new Response('x'.repeat(1_000_000)).body;
            const [got] = await Promise.all([text(socket.readable), source.pipeTo(socket.writable)]);
            return got.length;
          },
          async refused() {
            const socket = connect('127.0.0.1:1');
            return [await socket.opened.catch((e) => e.message), await socket.closed.catch((e) => e.constructor.name)];
          },
          async misuse(port) {
            const socket = connect({ hostname: '127.0.0.1', port });
            const errors = [];
            for (const f of [() => connect('x'), () => connect('x:y'), () => socket.startTls(), () => connect('a:1', { secureTransport: 'x' })]) {
              try { f(); } catch (e) { errors.push(e.message); }
            }
            await socket.close();
            return errors;
          },
          async tls(port) {
            const socket = connect({ hostname: '127.0.0.1', port }, { secureTransport: 'starttls' });
            await socket.opened;
            const secure = socket.startTls();
            return [socket.upgraded, secure.secureTransport, await secure.opened.catch((e) => e.constructor.name)];
          },
        };

        export default {
          async fetch(request) {
            const [, name, port] = new URL(request.url).pathname.split('/');
            return Response.json((await CASES[name](Number(port))) ?? null);
          },
        };
        """;

    @TempDir
    private Path folder;

    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void workersTalkOverTcp() throws IOException {
        int port = server.getLocalPort();
        var options = RuntimeOptions.DEFAULT.reaching(
                NetworkRules.BLOCKED.allowing("127.0.0.1:" + port, "127.0.0.1:1", "localhost:" + port));
        try (var project = new OneProject(folder, options, Map.of("index.js", WORKER))) {
            assertThat(project.get("/echo/" + port)).isEqualTo("[\"one two\",true,true]");
            assertThat(project.get("/close/" + port)).isEqualTo("[\"hi\",true,null]");
            assertThat(project.get("/pipes/" + port)).isEqualTo("1000000");
            assertThat(project.get("/refused/0"))
                    .startsWith("[\"proxy request failed, cannot connect to the specified address")
                    .endsWith(",\"Error\"]");
            assertThat(project.get("/misuse/" + port))
                    .isEqualTo("[\"Specified address is missing port.\",\"Specified address could not be"
                            + " parsed.\",\"The `secureTransport` socket option must be set to 'starttls' for"
                            + " startTls to be used.\",\"Unsupported value in secureTransport socket option:"
                            + " x\"]");
            assertThat(project.get("/tls/" + port)).isEqualTo("[true,\"on\",\"Error\"]");
        }
    }

    @Test
    void blockedNetworkRefusesConnections() throws IOException {
        var options = RuntimeOptions.DEFAULT;
        try (var project = new OneProject(folder, options, Map.of("index.js", WORKER))) {
            var result = project.result("/refused/0");

            assertThat(result.error())
                    .isNotNull()
                    .extracting(GuestError::message)
                    .isEqualTo("The playground's network rules deny CONNECT 127.0.0.1:1: the mode is blocked.");
            assertThat(result.subrequests()).extracting(SubrequestRecord::url).containsExactly("127.0.0.1:1");
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                Thread.ofVirtual().start(() -> {
                    try (client) {
                        client.getInputStream().transferTo(client.getOutputStream());
                    } catch (IOException broken) {
                        // The client has gone, which some tests want.
                    }
                });
            } catch (IOException closed) {
                return;
            }
        }
    }
}
