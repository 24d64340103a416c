package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.session.body.HexDump;
import dev.dynamicworkers.playground.app.session.body.JsonSpan;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;

/// A response's body made readable.
///
/// @param raw the text as it came, or a hex view of bytes that are no text
/// @param pretty the same laid out for reading; equal to `raw` when there is nothing to lay out
/// @param remark what was left out or found, empty for nothing
public record BodyText(Kind kind, String raw, String pretty, String remark) {
    /// Most bytes that are shown.
    static final int LIMIT = 1 << 20;

    private static final int HEX_LIMIT = 16 << 10;

    /// No body.
    public static final BodyText EMPTY = new BodyText(Kind.EMPTY, "", "", "");

    /// What a body is.
    public enum Kind {
        EMPTY,
        JSON,
        TEXT,
        BINARY
    }

    /// Makes the body of a response readable. Slow for large bodies: not for the FX thread.
    public static BodyText of(RunRecord.Reply reply) {
        byte[] body = reply.body();
        if (body.length == 0) {
            return EMPTY;
        }
        String type = reply.header("content-type").toLowerCase(Locale.ROOT);
        int shown = Math.min(body.length, LIMIT);
        String remark = shown < body.length
                ? "first " + Amounts.bytes((long) shown) + " of " + Amounts.bytes((long) body.length)
                : "";
        String text;
        try {
            text = charset(type)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body, 0, shown))
                    .toString();
        } catch (CharacterCodingException e) {
            if (shown == body.length || !type.startsWith("text/")) {
                String hex = HexDump.of(body, HEX_LIMIT);
                return new BodyText(
                        Kind.BINARY,
                        hex,
                        hex,
                        body.length > HEX_LIMIT ? "first 16 KB of " + Amounts.bytes((long) body.length) : "");
            }
            text = new String(body, 0, shown, StandardCharsets.UTF_8);
        }
        boolean looksLikeJson = type.contains("json") || text.startsWith("{") || text.startsWith("[");
        if (looksLikeJson) {
            var pretty = JsonSpan.of(text).map(JsonSpan::pretty);
            if (pretty.isPresent()) {
                return new BodyText(Kind.JSON, text, pretty.get(), remark);
            }
        }
        return new BodyText(Kind.TEXT, text, text, remark);
    }

    private static Charset charset(String type) {
        int at = type.indexOf("charset=");
        if (at >= 0) {
            try {
                return Charset.forName(
                        type.substring(at + 8).replaceAll("[\";].*", "").strip());
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                return StandardCharsets.UTF_8;
            }
        }
        return StandardCharsets.UTF_8;
    }
}
