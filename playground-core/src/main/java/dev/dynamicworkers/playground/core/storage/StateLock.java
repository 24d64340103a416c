package dev.dynamicworkers.playground.core.storage;

import dev.dynamicworkers.playground.core.worker.HostIoException;
import dev.dynamicworkers.playground.core.worker.PlaygroundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/// The right of one process to write the state of a project. The operating system takes it back when the process ends,
/// however it ends. The file `lock` says who has it.
public final class StateLock implements AutoCloseable {
    private static final String FILE = "lock";
    /// Beyond the text, which others may then read on every system.
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /// For a project of this process, which closes.
    private static final Duration OWN_PATIENCE = Duration.ofSeconds(30);

    private final FileChannel channel;

    private StateLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Another process writes this state.
    public static final class HeldElsewhere extends PlaygroundException {
        private static final long serialVersionUID = 1;

        HeldElsewhere(String message) {
            super(message, null);
        }
    }

    /// Takes the right, and waits a moment for a process that is about to end.
    ///
    /// @throws HeldElsewhere that says who has it
    public static StateLock acquire(Path folder) {
        FileChannel channel = open(folder);
        long start = System.nanoTime();
        try {
            while (true) {
                Duration patience = PATIENCE;
                try {
                    if (channel.tryLock(LOCKED_BYTE, 1, /* shared= */ false) != null) {
                        write(channel);
                        return new StateLock(channel);
                    }
                } catch (OverlappingFileLockException ownProcess) {
                    patience = OWN_PATIENCE;
                }
                if (System.nanoTime() - start > patience.toNanos()) {
                    channel.close();
                    throw new HeldElsewhere("The state of this project is in use by " + holder(folder)
                            + ": end it first, or go on with --ephemeral, which keeps state in memory.");
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } catch (IOException e) {
            throw new HostIoException("The state in " + folder + " could not be locked: " + e.getMessage(), e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new HeldElsewhere("Waiting for the state of this project was interrupted.");
        }
    }

    private static FileChannel open(Path folder) {
        try {
            Files.createDirectories(folder);
            return FileChannel.open(
                    folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new HostIoException("The state folder " + folder + " could not be opened: " + e.getMessage(), e);
        }
    }

    private static void write(FileChannel channel) throws IOException {
        ProcessHandle self = ProcessHandle.current();
        String text = "process " + self.pid() + " (" + program(self) + "), since "
                + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static String program(ProcessHandle self) {
        return self.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString())
                .orElse("playground");
    }

    private static String holder(Path folder) {
        try {
            String text = Files.readString(folder.resolve(FILE)).strip();
            return text.isEmpty() ? "another process" : text;
        } catch (IOException unreadable) {
            return "another process";
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new HostIoException("The state could not be unlocked: " + e.getMessage(), e);
        }
    }
}
