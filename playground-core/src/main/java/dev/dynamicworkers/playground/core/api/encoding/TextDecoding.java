package dev.dynamicworkers.playground.core.api.encoding;

import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import dev.dynamicworkers.playground.core.js.HostCall;

/// One call of `TextDecoder.decode()`. A streaming call answers with two characters in front of the text: the number
/// of bytes at the end that wait for more, and the decoder's mode, both of which the caller brings along next time.
final class TextDecoding {
    private static final int BYTES = 0;
    private static final int ENCODING = 1;
    private static final int FATAL = 2;
    private static final int STREAM = 3;
    private static final int MODE = 4;

    private final StringBuilder out = new StringBuilder();
    private final boolean fatal;

    private TextDecoding(boolean fatal) {
        this.fatal = fatal;
    }

    static String decode(HostCall call) {
        byte[] bytes = call.bytes(BYTES);
        String encoding = call.string(ENCODING);
        boolean stream = call.bool(STREAM);
        if (encoding.equals("utf-8") && !stream && !call.bool(FATAL)) {
            return Utf8.decode(bytes);
        }
        Failures failures = call.bool(FATAL) ? Failures.FATAL : Failures.REPLACED;
        return stream
                ? decodePart(bytes, encoding, failures, call.integer(MODE))
                : decodeRest(bytes, encoding, failures, call.integer(MODE));
    }

    /// What becomes of malformed input.
    enum Failures {
        FATAL,
        REPLACED
    }

    /// Decodes the end of a text.
    ///
    /// @param mode what the last part left, 0 where there was none
    static String decodeRest(byte[] bytes, String encoding, Failures failures, int mode) {
        TextDecoding run = new TextDecoding(failures == Failures.FATAL);
        run.all(new DecoderInput(bytes), Decoders.create(encoding, mode), Ending.FINAL);
        return run.out.toString();
    }

    /// Decodes a part of a text that goes on; the answer is packed as the class says.
    static String decodePart(byte[] bytes, String encoding, Failures failures, int mode) {
        TextDecoding run = new TextDecoding(failures == Failures.FATAL);
        Decoder decoder = Decoders.create(encoding, mode);
        int pending = run.all(new DecoderInput(bytes), decoder, Ending.OPEN);
        return run.out
                .insert(0, (char) decoder.mode())
                .insert(0, (char) pending)
                .toString();
    }

    private enum Ending {
        OPEN,
        FINAL
    }

    /// Decodes as far as it goes; returns the number of bytes that wait for more.
    private int all(DecoderInput in, Decoder decoder, Ending ending) {
        while (in.hasMore()) {
            int start = in.position();
            int result = decoder.next(in);
            if (result >= 0) {
                decoder.append(result, out);
            } else if (result == Decoder.MALFORMED) {
                malformed();
            } else if (result == Decoder.INCOMPLETE) {
                if (ending == Ending.OPEN) {
                    in.reset(start);
                    return in.remaining();
                }
                malformed();
                in.reset(start + decoder.malformedLength(in, start));
            }
        }
        return 0;
    }

    private void malformed() {
        if (fatal) {
            throw GuestThrow.typeError("Failed to decode input.");
        }
        out.append('\uFFFD');
    }
}
