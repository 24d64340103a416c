package dev.dynamicworkers.playground.core.network;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A server that says what a test tells it to, whatever it is asked: the n-th connection gets the n-th list of answers,
/// one for each head that arrives, and is closed after the last.
final class ScriptedServer implements AutoCloseable {
    final List<String> heads = new CopyOnWriteArrayList<>();

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());

    @SafeVarargs
    @SuppressWarnings("varargs")
    ScriptedServer(List<String>... connections) throws IOException {
        List<List<String>> script = List.of(connections);
        Thread.ofVirtual().start(() -> {
            for (List<String> answers : script) {
                try {
                    Socket client = socket.accept();
                    Thread.ofVirtual().start(() -> answer(client, answers));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    int port() {
        return socket.getLocalPort();
    }

    private void answer(Socket client, List<String> answers) {
        try (client) {
            InputStream input = client.getInputStream();
            for (String answer : answers) {
                heads.add(head(input));
                client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException gone) {
            heads.add("the client is gone");
        }
    }

    private static String head(InputStream input) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = input.read();
            if (next < 0) {
                throw new IOException("end");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
