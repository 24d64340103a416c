package dev.dynamicworkers.playground.core.io;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A structured clone on its way between isolates: JSON text with tags, and beside it the capabilities, streams and
/// bytes that the
/// text refers to by index (runtime source `rpc/clone`).
///
/// @param special whether the text has tags at all
/// @param carried [Capability] or [StreamSource] or [StreamSink], one per index
public record Payload(String text, boolean special, List<Object> carried, List<byte[]> buffers) {
    private static final int SHOWN = 8 * CallTrace.CLIPPED;
    private static final Pattern UNDEFINED = Pattern.compile("\\{\"\\$\":\"u\"}");
    private static final Pattern BIGINT = Pattern.compile("\\{\"\\$\":\"i\",\"v\":\"(-?\\d+)\"}");
    private static final Pattern NUMBER = Pattern.compile("\\{\"\\$\":\"n\",\"v\":\"([^\"]*)\"}");
    private static final Pattern DATE = Pattern.compile("\\{\"\\$\":\"D\",\"v\":(-?\\d+)}");
    private static final Pattern OTHER = Pattern.compile("\\{\"\\$\":\"(\\w+)\",\"v\":\\d+}");

    /// A value of JSON.
    public static Payload ofJson(String json) {
        return new Payload(json, /* special= */ false, List.of(), List.of());
    }

    /// Adds the four arguments by which a payload enters an isolate, from `at` on.
    public static void put(
            @Nullable Payload payload, InvocationContext receiver, @Nullable Object[] arguments, int at) {
        if (payload == null) {
            arguments[at] = null;
            arguments[at + 1] = false;
            arguments[at + 2] = null;
            arguments[at + 3] = null;
            return;
        }
        arguments[at] = payload.text;
        arguments[at + 1] = payload.special;
        arguments[at + 2] = payload.carried.isEmpty()
                ? null
                : receiver.worker().isolate().toGuest(receiver.holdings().importAll(payload.carried));
        arguments[at + 3] =
                payload.buffers.isEmpty() ? null : receiver.worker().isolate().toGuest(payload.buffers.toArray());
    }

    /// The same payload with other capabilities in place of its own.
    public Payload replacing(UnaryOperator<Capability> other) {
        return carried.isEmpty()
                ? this
                : new Payload(
                        text,
                        special,
                        carried.stream()
                                .map(each -> each instanceof Capability capability ? other.apply(capability) : each)
                                .toList(),
                        buffers);
    }

    /// The value as text for people: JSON, with words for what JSON has none for. Long text is cut.
    public String shown() {
        String head = text.length() > SHOWN ? text.substring(0, SHOWN) : text;
        if (!special) {
            return head;
        }
        String words = UNDEFINED.matcher(head).replaceAll("undefined");
        words = BIGINT.matcher(words).replaceAll("$1n");
        words = NUMBER.matcher(words).replaceAll("$1");
        words = DATE.matcher(words).replaceAll("Date($1)");
        return OTHER.matcher(words).replaceAll(match -> switch (match.group(1)) {
            case "s" -> "[stub]";
            case "f" -> "[function]";
            case "r" -> "[again]";
            case "B" -> "[bytes]";
            default -> "[" + match.group(1) + "]";
        });
    }

    /// The same payload for one more receiver: every capability in it gets a hold of its own.
    public Payload dup() {
        if (carried.isEmpty()) {
            return this;
        }
        return new Payload(
                text,
                special,
                carried.stream()
                        .map(each -> each instanceof Capability capability ? capability.dup() : each)
                        .toList(),
                buffers);
    }

    /// It reaches no isolate: lets go of what it carries.
    void release() {
        for (Object each : carried) {
            switch (each) {
                case Capability capability -> capability.release();
                case StreamSource stream -> stream.cancel();
                default -> {
                    // The writer of a stream learns of the end of the call.
                }
            }
        }
    }
}
