package dev.dynamicworkers.playground.app.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Reads and writes text files without changing what the person did not touch. Blocks.
public final class TextStore {
    /// Why a file whose bytes are no text can't be edited.
    static final String NOT_UTF_8 = "This file is not valid UTF-8, so it is shown read-only.";

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final long MOST_BYTES = 16L << 20;

    private TextStore() {}

    /// @throws IOException when the file can't be read or passes 16 MiB
    public static TextContent load(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(file.getFileName() + " is larger than 16 MiB");
        }
        byte[] bytes = Files.readAllBytes(file);
        String hash = hash(bytes);
        String text;
        String readOnlyReason = "";
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, StandardCharsets.UTF_8);
            readOnlyReason = NOT_UTF_8;
        }
        boolean mark = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        if (mark) {
            text = text.substring(1);
        }
        int pairs = count(text, "\r\n");
        int returns = count(text, "\r") - pairs;
        int feeds = count(text, "\n") - pairs;
        LineEnd lineEnd = pairs > feeds ? LineEnd.CRLF : LineEnd.LF;
        return new TextContent(
                text.replace("\r\n", "\n").replace('\r', '\n'),
                lineEnd,
                mixed(feeds, pairs, returns),
                mark,
                readOnlyReason,
                hash);
    }

    private static int count(String text, String wanted) {
        int count = 0;
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length())) {
            count++;
        }
        return count;
    }

    /// Which line ends there are; empty where a save writes them as they are.
    private static String mixed(int feeds, int pairs, int returns) {
        boolean alike = returns == 0 && (feeds == 0 || pairs == 0);
        if (alike) {
            return "";
        }
        List<String> kinds = new ArrayList<>();
        if (feeds > 0) {
            kinds.add(feeds + " LF");
        }
        if (pairs > 0) {
            kinds.add(pairs + " CRLF");
        }
        if (returns > 0) {
            kinds.add(returns + " CR");
        }
        return String.join(", ", kinds);
    }

    /// Hash of the bytes on disk, empty when there is no such file.
    public static String hashOf(Path file) throws IOException {
        return Files.exists(file) ? hash(Files.readAllBytes(file)) : "";
    }

    /// Writes a new text so that a crash leaves either the old file or the new one.
    ///
    /// @throws IOException when the disk refuses
    public static TextContent save(Path file, TextContent before, String text) throws IOException {
        String whole = (before.byteOrderMark() ? BYTE_ORDER_MARK : "")
                + text.replace("\n", before.lineEnd().characters());
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        Path target = Files.exists(file) ? file.toRealPath() : file;
        Files.createDirectories(target.toAbsolutePath().getParent());
        Path temporary = target.resolveSibling("." + target.getFileName() + ".tmp");
        try (FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        } catch (IOException refused) {
            // What is there stays; half of something else beside it is of no use.
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException alsoRefused) {
                refused.addSuppressed(alsoRefused);
            }
            throw refused;
        }
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
        return before.withText(text, hash(bytes));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
