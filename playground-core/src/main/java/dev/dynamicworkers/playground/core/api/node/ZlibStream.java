package dev.dynamicworkers.playground.core.api.node;

import dev.dynamicworkers.playground.core.io.NativeStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// Compression or decompression of `node:zlib` in progress. One thread at a time.
abstract sealed class ZlibStream implements AutoCloseable, NativeStream {
    private static final int CHUNK = 16 * 1024;

    /// What one piece of input may become, whatever the isolate may have. A stream as a whole may be of any size.
    static final int MOST_AT_ONCE = 128 << 20;

    /// Compressed data is damaged, ends too early, or grows past all bounds.
    static final class DataException extends Exception {
        private static final long serialVersionUID = 1;

        DataException(String message) {
            super(message);
        }
    }

    /// How a stream is set up.
    ///
    /// @param level 0 to 9, or -1
    /// @param strategy as zlib numbers them: 0 to 2
    /// @param dictionary what the data is compressed against, empty for nothing
    /// @param most bytes that one piece of input may become
    record Settings(int level, int strategy, byte[] dictionary, int most) {}

    static DataException tooLarge(int most) {
        return new DataException("Cannot create a Buffer larger than " + most + " bytes");
    }

    /// @param operation `gzip`, `deflate`, `deflateRaw`, `gunzip`, `inflate`, `inflateRaw` or `unzip`
    static ZlibStream of(String operation, Settings settings) {
        return switch (operation) {
            case "gzip" -> new Pack(Wrapping.GZIP, settings);
            case "deflate" -> new Pack(Wrapping.ZLIB, settings);
            case "deflateRaw" -> new Pack(Wrapping.NONE, settings);
            case "gunzip" -> new Unpack(Wrapping.GZIP, settings);
            case "inflate" -> new Unpack(Wrapping.ZLIB, settings);
            case "inflateRaw" -> new Unpack(Wrapping.NONE, settings);
            case "unzip" -> new Unpack(null, settings);
            default -> throw new IllegalArgumentException(operation);
        };
    }

    enum Wrapping {
        NONE,
        ZLIB,
        GZIP
    }

    /// Takes input and gives the output that is ready.
    ///
    /// @param flush how zlib is flushed: 0 not at all, 2 or 3 so that all input can be read from the output
    abstract byte[] write(byte[] input, int flush) throws DataException;

    /// Ends the input and gives the rest of the output.
    abstract byte[] finish() throws DataException;

    /// Changes level and strategy for what follows.
    void retune(int level, int strategy) {}

    @Override
    public abstract void close();

    @Override
    public final void release() {
        close();
    }

    private static final class Pack extends ZlibStream {
        private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3};

        private final Wrapping wrapping;
        private final Deflater deflater;
        private final CRC32 checksum = new CRC32();
        private boolean headerWritten;

        Pack(Wrapping wrapping, Settings settings) {
            this.wrapping = wrapping;
            this.deflater = new Deflater(settings.level, wrapping != Wrapping.ZLIB);
            deflater.setStrategy(settings.strategy);
            if (settings.dictionary.length > 0 && wrapping != Wrapping.GZIP) {
                deflater.setDictionary(settings.dictionary);
            }
        }

        @Override
        byte[] write(byte[] input, int flush) {
            ByteArrayOutputStream out = start();
            checksum.update(input);
            deflater.setInput(input);
            drain(out, flush == 3 ? Deflater.FULL_FLUSH : flush == 0 ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH);
            return out.toByteArray();
        }

        @Override
        byte[] finish() {
            ByteArrayOutputStream out = start();
            deflater.finish();
            drain(out, Deflater.NO_FLUSH);
            if (wrapping == Wrapping.GZIP) {
                ByteBuffer trailer = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
                trailer.putInt((int) checksum.getValue()).putInt((int) deflater.getBytesRead());
                out.writeBytes(trailer.array());
            }
            close();
            return out.toByteArray();
        }

        private ByteArrayOutputStream start() {
            var out = new ByteArrayOutputStream();
            if (wrapping == Wrapping.GZIP && !headerWritten) {
                headerWritten = true;
                out.writeBytes(GZIP_HEADER);
            }
            return out;
        }

        private void drain(ByteArrayOutputStream out, int flush) {
            byte[] chunk = new byte[CHUNK];
            int count;
            do {
                count = deflater.deflate(chunk, 0, chunk.length, flush);
                out.write(chunk, 0, count);
            } while (count == chunk.length || (flush == Deflater.NO_FLUSH && count > 0));
        }

        @Override
        void retune(int level, int strategy) {
            deflater.setLevel(level);
            deflater.setStrategy(strategy);
        }

        @Override
        public void close() {
            deflater.end();
        }
    }

    /// One member of gzip may follow another; what follows them and is none is left out, as zlib does it.
    private static final class Unpack extends ZlibStream {
        private final Settings settings;
        private final CRC32 checksum = new CRC32();
        private @Nullable Wrapping wrapping;
        private @Nullable Inflater inflater;
        private byte[] kept = new byte[0];
        private boolean isComplete;

        Unpack(@Nullable Wrapping wrapping, Settings settings) {
            this.wrapping = wrapping;
            this.settings = settings;
        }

        @Override
        byte[] write(byte[] input, int flush) throws DataException {
            var out = new ByteArrayOutputStream();
            byte[] data = joined(kept, input);
            kept = new byte[0];
            while (data.length > 0) {
                if (inflater == null) {
                    int start = begin(data);
                    if (start < 0) {
                        kept = isComplete && !isGzip(data, 1) ? kept : data;
                        return out.toByteArray();
                    }
                    data = Arrays.copyOfRange(data, start, data.length);
                }
                data = inflate(data, out);
            }
            return out.toByteArray();
        }

        private static byte[] joined(byte[] head, byte[] tail) {
            if (head.length == 0) {
                return tail;
            }
            byte[] result = Arrays.copyOf(head, head.length + tail.length);
            System.arraycopy(tail, 0, result, head.length, tail.length);
            return result;
        }

        private static boolean isGzip(byte[] data, int count) {
            return data[0] == 0x1f && (count < 2 || data.length < 2 || data[1] == (byte) 0x8b);
        }

        /// Where the compressed data begins; less than 0 when more input is needed, or none will be used.
        private int begin(byte[] data) throws DataException {
            if (isComplete && (wrapping != Wrapping.GZIP || !isGzip(data, 2))) {
                return -1;
            }
            if (wrapping == null) {
                if (data.length < 2) {
                    return -1;
                }
                wrapping = isGzip(data, 2) ? Wrapping.GZIP : Wrapping.ZLIB;
            }
            int start = 0;
            if (wrapping == Wrapping.GZIP) {
                start = headerEnd(data);
                if (start < 0) {
                    return -1;
                }
            }
            checksum.reset();
            isComplete = false;
            Inflater fresh = new Inflater(wrapping != Wrapping.ZLIB);
            if (wrapping == Wrapping.NONE && settings.dictionary.length > 0) {
                fresh.setDictionary(settings.dictionary);
            }
            inflater = fresh;
            return start;
        }

        /// The end of a gzip header (RFC 1952); -1 when it is not all there.
        private static int headerEnd(byte[] data) throws DataException {
            if (!isGzip(data, 2) || (data.length > 2 && data[2] != 8)) {
                throw new DataException("incorrect header check");
            }
            if (data.length < 10) {
                return -1;
            }
            int flags = data[3];
            int at = 10;
            if ((flags & 4) != 0) {
                if (data.length < at + 2) {
                    return -1;
                }
                at += 2 + (data[at] & 0xff) + ((data[at + 1] & 0xff) << 8);
            }
            for (int text = 8; text <= 16; text *= 2) {
                if ((flags & text) != 0) {
                    while (at < data.length && data[at] != 0) {
                        at++;
                    }
                    at++;
                }
            }
            at += (flags & 2) != 0 ? 2 : 0;
            return at <= data.length ? at : -1;
        }

        /// Inflates one member, or as much of it as there is, and gives the input behind it.
        private byte[] inflate(byte[] data, ByteArrayOutputStream out) throws DataException {
            Inflater current = Objects.requireNonNull(inflater);
            boolean wasFinished = current.finished();
            if (!wasFinished) {
                current.setInput(data);
            }
            byte[] chunk = new byte[CHUNK];
            try {
                while (!current.finished()) {
                    int count = current.inflate(chunk);
                    if (count == 0 && current.needsDictionary()) {
                        if (settings.dictionary.length == 0) {
                            throw new DataException("Missing dictionary");
                        }
                        current.setDictionary(settings.dictionary);
                    } else if (count == 0 && current.needsInput()) {
                        return new byte[0];
                    }
                    if (out.size() + count > settings.most) {
                        throw tooLarge(settings.most);
                    }
                    checksum.update(chunk, 0, count);
                    out.write(chunk, 0, count);
                }
            } catch (DataFormatException e) {
                throw new DataException(e.getMessage() == null ? "invalid data" : e.getMessage());
            } catch (IllegalArgumentException e) {
                throw new DataException("Bad dictionary");
            }
            // Finished before, with a part of the trailer missing: all of the data is behind the member.
            byte[] rest =
                    wasFinished ? data : Arrays.copyOfRange(data, data.length - current.getRemaining(), data.length);
            if (wrapping == Wrapping.GZIP) {
                if (rest.length < 8) {
                    kept = rest;
                    return new byte[0];
                }
                checkTrailer(rest, current.getBytesWritten());
                rest = Arrays.copyOfRange(rest, 8, rest.length);
            }
            isComplete = true;
            current.end();
            inflater = null;
            return wrapping == Wrapping.GZIP ? rest : new byte[0];
        }

        private void checkTrailer(byte[] rest, long length) throws DataException {
            ByteBuffer trailer = ByteBuffer.wrap(rest).order(ByteOrder.LITTLE_ENDIAN);
            if (trailer.getInt() != (int) checksum.getValue()) {
                throw new DataException("incorrect data check");
            }
            if (trailer.getInt() != (int) length) {
                throw new DataException("incorrect length check");
            }
        }

        @Override
        byte[] finish() throws DataException {
            close();
            if (!isComplete) {
                throw new DataException("unexpected end of file");
            }
            return new byte[0];
        }

        @Override
        public void close() {
            Inflater current = inflater;
            if (current != null) {
                current.end();
            }
        }
    }
}
