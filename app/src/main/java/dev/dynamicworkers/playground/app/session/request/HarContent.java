package dev.dynamicworkers.playground.app.session.request;

import dev.dynamicworkers.playground.app.session.body.JsonSpan;
import dev.dynamicworkers.playground.core.trace.ExchangeRecord.Message;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Parts of an HTTP archive that say what a message consists of. Of a long body its beginning is there, which the field
/// `_truncated` tells.
final class HarContent {
    private HarContent() {}

    static String headers(@Nullable Message message) {
        return message == null
                ? "[]"
                : message.fields().stream()
                        .map(field -> "{\"name\":" + JsonSpan.quote(field.name()) + ",\"value\":"
                                + JsonSpan.quote(field.value()) + "}")
                        .collect(Collectors.joining(",", "[", "]"));
    }

    /// Bytes of the body, -1 where that is not known.
    static long size(@Nullable Message message) {
        return message == null || !message.isOver() ? -1 : message.bytes();
    }

    /// What was sent, with a comma before it; empty for nothing.
    static String postData(@Nullable Message message) {
        if (message == null || message.body().length == 0) {
            return "";
        }
        String type = message.fields().stream()
                .filter(field -> field.name().equals("content-type"))
                .map(field -> field.value())
                .findFirst()
                .orElse("");
        return ",\"postData\":{\"mimeType\":" + JsonSpan.quote(type) + ",\"params\":[]" + body(message) + "}";
    }

    /// A body, with a comma before it; empty for none.
    static String body(@Nullable Message message) {
        if (message == null || message.body().length == 0) {
            return "";
        }
        String cut = message.bytes() > message.body().length ? ",\"_truncated\":true" : "";
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(message.body()))
                    .toString();
            return ",\"text\":" + JsonSpan.quote(text) + cut;
        } catch (CharacterCodingException binary) {
            return ",\"text\":\"" + Base64.getEncoder().encodeToString(message.body()) + "\",\"encoding\":\"base64\""
                    + cut;
        }
    }
}
