package dev.dynamicworkers.playground.core.project.share;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The list of what a zip file says it has, with the kind of each entry, which the JDK does not tell. Blocks.
final class ZipDirectory {
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int END_SIZE = 22;
    private static final int ENTRY_SIZE = 46;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int MADE_ON_UNIX = 3;
    private static final int FILE_KIND = 0170000;
    private static final int REGULAR = 0100000;
    private static final int FOLDER = 0040000;
    private static final int MOST_DIRECTORY_BYTES = 8 << 20;

    private ZipDirectory() {}

    /// @param size of the content once unpacked, as the archive says
    /// @param kind what it is
    record Entry(String name, long size, Kind kind) {}

    enum Kind {
        FILE,
        FOLDER,
        /// A link, a device, or something else that is no file.
        OTHER
    }

    /// Reads the list.
    ///
    /// @throws IOException when it is no zip file, or a damaged one
    static List<Entry> read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            int tail = (int) Math.min(channel.size(), END_SIZE + LONGEST_COMMENT);
            ByteBuffer end = bytes(channel, channel.size() - tail, tail);
            int at = tail - END_SIZE;
            while (at >= 0 && end.getInt(at) != END_SIGNATURE) {
                at--;
            }
            if (at < 0) {
                throw new IOException("it is no zip file");
            }
            int count = end.getShort(at + 10) & 0xFFFF;
            long size = end.getInt(at + 12) & 0xFFFF_FFFFL;
            long offset = end.getInt(at + 16) & 0xFFFF_FFFFL;
            if (size > MOST_DIRECTORY_BYTES || offset + size > channel.size()) {
                throw new IOException("its list of files is damaged");
            }
            return entries(bytes(channel, offset, (int) size), count);
        }
    }

    private static ByteBuffer bytes(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
            // Until all is there.
        }
        return buffer.flip();
    }

    private static List<Entry> entries(ByteBuffer directory, int count) throws IOException {
        List<Entry> entries = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < count; i++) {
            if (at + ENTRY_SIZE > directory.limit() || directory.getInt(at) != ENTRY_SIGNATURE) {
                throw new IOException("its list of files is damaged");
            }
            int nameLength = directory.getShort(at + 28) & 0xFFFF;
            int rest = (directory.getShort(at + 30) & 0xFFFF) + (directory.getShort(at + 32) & 0xFFFF);
            if (at + ENTRY_SIZE + nameLength + rest > directory.limit()) {
                throw new IOException("its list of files is damaged");
            }
            byte[] name = new byte[nameLength];
            directory.get(at + ENTRY_SIZE, name);
            String text = new String(name, StandardCharsets.UTF_8);
            boolean unix = directory.get(at + 5) == MADE_ON_UNIX;
            int mode = unix ? (directory.getInt(at + 38) >>> 16) & FILE_KIND : 0;
            entries.add(new Entry(text, directory.getInt(at + 24) & 0xFFFF_FFFFL, kind(text, mode)));
            at += ENTRY_SIZE + nameLength + rest;
        }
        return entries;
    }

    private static Kind kind(String name, int mode) {
        if (mode != 0 && mode != REGULAR && mode != FOLDER) {
            return Kind.OTHER;
        }
        return name.endsWith("/") || mode == FOLDER ? Kind.FOLDER : Kind.FILE;
    }
}
