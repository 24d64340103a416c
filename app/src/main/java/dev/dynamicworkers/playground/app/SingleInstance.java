package dev.dynamicworkers.playground.app;

import dev.dynamicworkers.playground.app.settings.JsonFile;
import dev.dynamicworkers.playground.app.task.Tasks;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/// One window for a person: a second start hands its folder over to the first and ends. They meet at a socket of the
/// loopback address; who connects has to know a token that is in a file only the person can read.
final class SingleInstance implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SingleInstance.class.getName());
    private static final String FILE = "instance.json";
    private static final int PATIENCE_MILLIS = 2000;
    private static final int TOKEN_BYTES = 16;
    private static final byte TAKEN = 1;

    /// Less than the other one waits for: it must not open a window beside one that shows its folder after all.
    private static final int PATIENCE_WITH_WINDOW_MILLIS = 1500;

    private final ServerSocket socket;
    private final Path file;
    private final String token;
    private final Executor fx;
    private final Predicate<String> open;

    private SingleInstance(ServerSocket socket, Path file, String token, Executor fx, Predicate<String> open) {
        this.socket = socket;
        this.file = file;
        this.token = token;
        this.fx = fx;
        this.open = open;
    }

    /// Asks a window that is open already to show a folder. Blocks, two seconds at most.
    ///
    /// @param folder absolute path, empty to bring the window to the front
    /// @return whether there is one that does
    static boolean handOver(Path data, String folder) {
        Path file = data.resolve(FILE);
        if (!Files.exists(file)) {
            return false;
        }
        ObjectNode known = new JsonFile(file).read();
        InetSocketAddress address = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), known.path("port").asInt(0));
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(address, PATIENCE_MILLIS);
            DataOutputStream output = new DataOutputStream(socket.getOutputStream());
            output.writeUTF(known.path("token").asString(""));
            output.writeUTF(folder);
            output.flush();
            return socket.getInputStream().read() == TAKEN;
        } catch (IOException nobody) {
            LOG.log(Level.DEBUG, "no window listens", nobody);
            return false;
        }
    }

    /// Listens for later starts.
    ///
    /// @param fx runs work on the FX thread
    /// @param open called there with an absolute path, or an empty text to bring the window to the front; says
    /// whether there is a window that does
    /// @throws IOException when there is no socket or file for it
    static SingleInstance listen(Path data, Tasks tasks, Executor fx, Predicate<String> open) throws IOException {
        byte[] secret = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(secret);
        String token = HexFormat.of().formatHex(secret);
        ServerSocket socket = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
        Path file = data.resolve(FILE);
        try {
            write(file, socket.getLocalPort(), token);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        SingleInstance instance = new SingleInstance(socket, file, token, fx, open);
        var unused = tasks.loop("instance", instance::accept);
        return instance;
    }

    private static void write(Path file, int port, String token) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        ObjectNode root = JsonFile.empty();
        root.put("port", port);
        root.put("token", token);
        // Not by a second file that is renamed: that one would get other permissions.
        Files.writeString(file, root.toString());
    }

    private void accept() {
        while (!socket.isClosed()) {
            try (Socket other = socket.accept()) {
                other.setSoTimeout(PATIENCE_MILLIS);
                DataInputStream input = new DataInputStream(other.getInputStream());
                boolean known = MessageDigest.isEqual(bytes(input.readUTF()), bytes(token));
                String folder = input.readUTF();
                if (known && isShown(folder)) {
                    other.getOutputStream().write(TAKEN);
                    other.getOutputStream().flush();
                }
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "a later start was not understood", e);
            }
        }
    }

    /// Whether a window shows a folder by now. One that is about to close does not.
    private boolean isShown(String folder) {
        AtomicBoolean decided = new AtomicBoolean();
        CompletableFuture<Boolean> shown = new CompletableFuture<>();
        fx.execute(() -> {
            if (decided.compareAndSet(false, true)) {
                shown.complete(open.test(folder));
            }
        });
        CompletableFuture.delayedExecutor(PATIENCE_WITH_WINDOW_MILLIS, TimeUnit.MILLISECONDS)
                .execute(() -> {
                    if (decided.compareAndSet(false, true)) {
                        shown.complete(false);
                    }
                });
        return shown.join();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            socket.close();
            if (new JsonFile(file).read().path("token").asString("").equals(token)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the socket of this window is not closed", e);
        }
    }
}
