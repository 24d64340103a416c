package dev.dynamicworkers.playground.core.api.encoding;

/// One encoding's decoder, as the Encoding standard's handlers: a call consumes some bytes and gives one result.
/// Keeps no state but what [#mode()] tells, so that a streaming decode can stop and go on in another call.
interface Decoder {
    /// A malformed sequence, consumed; shown as U+FFFD or refused.
    int MALFORMED = -1;

    /// The input ends inside a sequence.
    int INCOMPLETE = -2;

    /// Bytes were consumed and stand for nothing (an escape sequence).
    int NOTHING = -3;

    /// A code point, or one of the constants above. Called only while the input has more.
    int next(DecoderInput in);

    /// Appends what a code point result stands for; some multi-byte encodings map a pair to two code points.
    default void append(int result, StringBuilder out) {
        out.appendCodePoint(result);
    }

    /// State to give to the next call of a stream; 0 at the start.
    default int mode() {
        return 0;
    }

    /// How many of the bytes from `start` on, which the end of the text cuts off, count as one malformed sequence.
    default int malformedLength(DecoderInput in, int start) {
        in.reset(start);
        return in.remaining();
    }
}
