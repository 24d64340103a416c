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
        return decode(bytes, encoding, new TextDecoding(call.bool(FATAL)), stream ? call.integer(MODE) : -1);
    }

    /// As the host function, with a mode of -1 for a call that ends the text.
    static String decode(byte[] bytes, String encoding, Failures failures, int mode) {
        return decode(bytes, encoding, new TextDecoding(failures == Failures.FATAL), mode);
    }

    /// What becomes of malformed input.
    enum Failures {
        FATAL,
        REPLACED
    }

    private static String decode(byte[] bytes, String encoding, TextDecoding run, int mode) {
        boolean stream = mode >= 0;
        DecoderInput in = new DecoderInput(bytes);
        Decoder decoder = Decoders.create(encoding, Math.max(mode, 0));
        int pending = run.all(in, decoder, stream);
        if (!stream) {
            return run.out.toString();
        }
        run.out.insert(0, (char) decoder.mode()).insert(0, (char) pending);
        return run.out.toString();
    }

    /// Decodes as far as it goes; returns the number of bytes that wait for more.
    private int all(DecoderInput in, Decoder decoder, boolean stream) {
        while (in.hasMore()) {
            int start = in.position();
            int result = decoder.next(in);
            if (result >= 0) {
                decoder.append(result, out);
            } else if (result == Decoder.MALFORMED) {
                malformed();
            } else if (result == Decoder.INCOMPLETE) {
                if (stream) {
                    in.reset(start);
                    return in.remaining();
                }
                malformed();
                return 0;
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
