package dev.dynamicworkers.playground.core.api.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class CodecTest {
    private static byte[] compress(Format format, byte[] input) {
        try (Compressor compressor = new Compressor(format)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            write(compressor, input, out);
            out.writeBytes(compressor.finish());
            return out.toByteArray();
        }
    }

    private static byte[] decompress(Format format, byte[] input, int pieceLength) {
        try (Decompressor decompressor = new Decompressor(format)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            for (int at = 0; at < input.length; at += pieceLength) {
                write(decompressor, Arrays.copyOfRange(input, at, Math.min(at + pieceLength, input.length)), out);
            }
            out.writeBytes(decompressor.finish());
            return out.toByteArray();
        }
    }

    private static void write(Codec codec, byte[] input, ByteArrayOutputStream out) {
        codec.write(input);
        for (byte[] piece = codec.read(); piece.length > 0; piece = codec.read()) {
            assertThat(piece.length).isLessThanOrEqualTo(Codec.PIECE);
            out.writeBytes(piece);
        }
    }

    @Property(tries = 2_000)
    void everyFormatGoesBothWays(@ForAll Format format, @ForAll byte[] input, @ForAll boolean byteByByte) {
        assertThat(decompress(format, compress(format, input), byteByByte ? 1 : 1000))
                .isEqualTo(input);
    }

    @Example
    void gzipIsReadByOthers() throws IOException {
        byte[] input = new byte[100_000];
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compress(Format.GZIP, input)))) {
            assertThat(in.readAllBytes()).isEqualTo(input);
        }
    }

    @Property(tries = 2_000)
    void anyInputGivesBytesOrATypeError(@ForAll Format format, @ForAll byte[] input) {
        try {
            assertThat(decompress(format, input, 7)).isNotNull();
        } catch (GuestThrow error) {
            assertThat(error.kind()).isEqualTo("TypeError");
        }
    }

    @Example
    void cutOffAndTrailingInputAreErrors() {
        for (Format format : Format.values()) {
            byte[] whole = compress(format, new byte[50]);
            assertThatThrownBy(() -> decompress(format, Arrays.copyOf(whole, whole.length - 1), 1000))
                    .hasMessage("Called close() on a decompression stream with incomplete data");
            assertThatThrownBy(() -> decompress(format, Arrays.copyOf(whole, whole.length + 1), 1000))
                    .hasMessage("Trailing bytes after end of compressed data");
        }
    }

    @Example
    void unknownFormatsAreRefused() {
        assertThatThrownBy(() -> Format.of("br"))
                .isInstanceOf(GuestThrow.class)
                .hasMessage("The compression format must be either 'deflate', 'deflate-raw' or 'gzip'.");
    }
}
