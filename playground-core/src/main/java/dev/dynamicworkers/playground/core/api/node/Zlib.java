package dev.dynamicworkers.playground.core.api.node;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import java.util.zip.ZipException;
import org.brotli.dec.BrotliInputStream;

/// Whole-buffer compression in the formats of `node:zlib`.
final class Zlib {
    private static final int MAX_OUTPUT = 128 * 1024 * 1024;

    private Zlib() {}

    /// Compressed data is damaged, or grows past all bounds.
    static final class DataException extends Exception {
        private static final long serialVersionUID = 1;

        DataException(String message) {
            super(message);
        }
    }

    /// @param operation `gzip`, `gunzip`, `deflate`, `inflate`, `deflateRaw`, `inflateRaw`, `unzip` or
    /// `brotliDecompress`
    /// @param level 0 to 9, or -1
    static byte[] run(String operation, byte[] data, int level) throws DataException {
        try {
            return switch (operation) {
                case "gzip" -> gzip(data, level);
                case "gunzip" -> gunzip(data);
                case "deflate" -> deflate(new Deflater(level), data);
                case "deflateRaw" -> deflate(new Deflater(level, true), data);
                case "inflate" -> inflate(new Inflater(), data);
                case "inflateRaw" -> inflate(new Inflater(true), data);
                case "brotliDecompress" -> unbrotli(data);
                case "unzip" -> isGzip(data) ? gunzip(data) : inflate(new Inflater(), data);
                default -> throw new IllegalArgumentException(operation);
            };
        } catch (EOFException e) {
            throw new DataException("unexpected end of file");
        } catch (ZipException e) {
            throw new DataException("incorrect header check");
        } catch (DataFormatException e) {
            throw new DataException(e.getMessage() == null ? "invalid data" : e.getMessage());
        } catch (IOException e) {
            throw new DataException(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isGzip(byte[] data) {
        return data.length > 1 && data[0] == 0x1f && data[1] == (byte) 0x8b;
    }

    private static byte[] gzip(byte[] data, int level) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var stream = new LevelledGzip(bytes, level)) {
            stream.write(data);
        }
        return bytes.toByteArray();
    }

    private static byte[] gunzip(byte[] data) throws IOException, DataException {
        try (var stream = new GZIPInputStream(new ByteArrayInputStream(data))) {
            byte[] result = stream.readNBytes(MAX_OUTPUT);
            if (stream.read() >= 0) {
                throw new DataException("the data is larger than " + MAX_OUTPUT + " bytes when decompressed");
            }
            return result;
        }
    }

    private static byte[] unbrotli(byte[] data) throws DataException {
        try (var stream = new BrotliInputStream(new ByteArrayInputStream(data))) {
            byte[] result = stream.readNBytes(MAX_OUTPUT);
            if (stream.read() >= 0) {
                throw new DataException("the data is larger than " + MAX_OUTPUT + " bytes when decompressed");
            }
            return result;
        } catch (IOException e) {
            throw new DataException("Decompression failed");
        }
    }

    private static byte[] deflate(Deflater deflater, byte[] data) {
        try {
            deflater.setInput(data);
            deflater.finish();
            var bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                bytes.write(buffer, 0, deflater.deflate(buffer));
            }
            return bytes.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static byte[] inflate(Inflater inflater, byte[] data) throws DataFormatException, DataException {
        try {
            inflater.setInput(data);
            var bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new DataException("unexpected end of file");
                }
                if (bytes.size() + count > MAX_OUTPUT) {
                    throw new DataException("the data is larger than " + MAX_OUTPUT + " bytes when decompressed");
                }
                bytes.write(buffer, 0, count);
            }
            return bytes.toByteArray();
        } finally {
            inflater.end();
        }
    }

    /// A gzip stream with a level of its own.
    private static final class LevelledGzip extends GZIPOutputStream {
        LevelledGzip(ByteArrayOutputStream target, int level) throws IOException {
            super(target);
            def.setLevel(level);
        }
    }
}
