package dev.dynamicworkers.playground.core.util;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The turns that threads of a process are in, and the CPU time that each may have, in a small file that is mapped into
/// memory: another process can read it when no thread of this one can run, because one of them computes and stops all
/// others. On Linux, where a thread's number and CPU time can be looked up. Safe on any thread.
public final class TurnBoard {
    /// Of a process that nobody reads the turns of.
    public static final TurnBoard NONE = new TurnBoard(null);

    /// Threads that have a place. Those after them go without: the process itself watches them all the same.
    private static final int PLACES = 64;

    private static final int PLACE_BYTES = 128;
    private static final int NUMBER = 0;
    private static final int THREAD = 8;
    private static final int ALLOWED = 16;
    private static final int LIMIT = 24;
    private static final int NAME_LENGTH = 32;
    private static final int NAME = 40;
    private static final int NAME_BYTES = PLACE_BYTES - NAME;
    private static final Path OWN_THREAD = Path.of("/proc/thread-self");
    private static final VarHandle LONG = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final @Nullable ByteBuffer memory;
    private final BitSet taken = new BitSet(PLACES);

    private TurnBoard(@Nullable ByteBuffer memory) {
        this.memory = memory;
    }

    /// A turn that is not over.
    ///
    /// @param place of its thread
    /// @param number of the turn, counted for each place from 1
    /// @param thread the operating system's number of the thread
    /// @param allowedNanos CPU time of the thread at which the turn is to be ended, in nanoseconds
    /// @param limitNanos the limit that this comes from, in nanoseconds
    /// @param name of whose code runs, one line, cut where it is long
    public record Turn(int place, long number, long thread, long allowedNanos, long limitNanos, String name) {}

    /// Makes the file.
    ///
    /// @throws IOException where it can't be made, or the operating system does not number threads
    public static TurnBoard open(Path file) throws IOException {
        var unused = Files.readSymbolicLink(OWN_THREAD);
        try (var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new TurnBoard(channel.map(FileChannel.MapMode.READ_WRITE, 0, (long) PLACES * PLACE_BYTES)
                    .order(ByteOrder.nativeOrder()));
        }
    }

    /// The turns that another process is in; what it wrote is not believed to be more than numbers.
    ///
    /// @throws IOException where there is no such file
    public static List<Turn> read(Path file) throws IOException {
        var bytes = ByteBuffer.allocate(PLACES * PLACE_BYTES).order(ByteOrder.nativeOrder());
        try (var channel = FileChannel.open(file)) {
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // Until it is whole.
            }
        }
        var turns = new ArrayList<Turn>();
        for (int place = 0; (place + 1) * PLACE_BYTES <= bytes.position(); place++) {
            int at = place * PLACE_BYTES;
            long number = bytes.getLong(at + NUMBER);
            if (number > 0) {
                turns.add(new Turn(
                        place,
                        number,
                        bytes.getLong(at + THREAD),
                        bytes.getLong(at + ALLOWED),
                        bytes.getLong(at + LIMIT),
                        name(bytes, at)));
            }
        }
        return turns;
    }

    private static String name(ByteBuffer bytes, int at) {
        int length = Math.clamp(bytes.getLong(at + NAME_LENGTH), 0, NAME_BYTES);
        var name = new byte[length];
        bytes.get(at + NAME, name);
        return PlainLine.of(new String(name, StandardCharsets.UTF_8), NAME_BYTES);
    }

    /// A place for the turns of one thread.
    public synchronized Place take() {
        int free = taken.nextClearBit(0);
        if (memory == null || free >= PLACES) {
            return new Place(-1);
        }
        taken.set(free);
        return new Place(free * PLACE_BYTES);
    }

    private synchronized void giveBack(int offset) {
        taken.clear(offset / PLACE_BYTES);
    }

    /// Where the turns of one thread are written. Used on that thread alone, but for its end.
    public final class Place implements AutoCloseable {
        private final int offset;
        private long number;
        private long thread;
        private String written = "";

        private Place(int offset) {
            this.offset = offset;
        }

        /// A turn of the calling thread begins, or may have another CPU time from now on.
        ///
        /// @param allowedNanos CPU time of the thread at which it is to be ended, in nanoseconds
        /// @param limitNanos the limit that this comes from, in nanoseconds
        /// @param name of whose code runs
        public void begins(long allowedNanos, long limitNanos, String name) {
            if (offset < 0) {
                return;
            }
            if (thread == 0) {
                thread = ownThread();
            }
            if (!name.equals(written)) {
                write(name);
            }
            number++;
            put(THREAD, thread);
            put(ALLOWED, allowedNanos);
            put(LIMIT, limitNanos);
            put(NUMBER, number);
        }

        /// The turn is over.
        public void ends() {
            put(NUMBER, 0);
        }

        private void write(String name) {
            written = name;
            var bytes = name.getBytes(StandardCharsets.UTF_8);
            int length = Math.min(bytes.length, NAME_BYTES);
            if (memory != null) {
                memory.put(offset + NAME, bytes, 0, length);
            }
            put(NAME_LENGTH, length);
        }

        private void put(int field, long value) {
            if (offset >= 0 && memory != null) {
                LONG.setRelease(memory, offset + field, value);
            }
        }

        /// No turn will follow.
        @Override
        public void close() {
            if (offset >= 0) {
                ends();
                giveBack(offset);
            }
        }
    }

    /// The operating system's number of the calling thread, -1 where it does not tell.
    private static long ownThread() {
        try {
            return Long.parseLong(
                    Files.readSymbolicLink(OWN_THREAD).getFileName().toString());
        } catch (IOException | NumberFormatException unknown) {
            System.getLogger(TurnBoard.class.getName()).log(System.Logger.Level.DEBUG, "no number", unknown);
            return -1;
        }
    }
}
