package dev.dynamicworkers.playground.core.project.secret;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The secrets of one project by name. Finds their values of six characters and more, as they are and written in
/// JSON, percent-encoding, Base64 (at any place of a longer text) or hexadecimal digits. Immutable; safe on any thread.
public final class Secrets {
    /// No secrets at all.
    public static final Secrets NONE = new Secrets(Map.of());

    private static final Pattern MARK = Pattern.compile("\\[secret ([^\\]\\s]+)]");

    private final Map<String, String> values;
    private final SecretMatcher matcher;

    public Secrets(Map<String, String> values) {
        this.values = Map.copyOf(values);
        matcher = new SecretMatcher(new LinkedHashMap<>(values));
    }

    /// A secret's value that was found.
    ///
    /// @param name of the secret
    public record Found(String name, SecretForm form) {}

    /// Whether there is nothing to find.
    public boolean isEmpty() {
        return matcher.isEmpty();
    }

    /// The value of a secret, null where there is none of that name.
    public @Nullable String value(String name) {
        return values.get(name);
    }

    /// Only some of them.
    public Secrets only(Collection<String> names) {
        Map<String, String> some = new HashMap<>(values);
        some.keySet().retainAll(names);
        return some.isEmpty() ? NONE : new Secrets(some);
    }

    /// The text with `[secret NAME]` in the place of each value.
    public String mask(String text) {
        if (isEmpty() || text.length() < SecretForm.LEAST_LENGTH) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] masked = mask(bytes);
        return masked == bytes ? text : new String(masked, StandardCharsets.UTF_8);
    }

    /// The bytes with `[secret NAME]` in the place of each value; the very same array where there is none.
    public byte[] mask(byte[] bytes) {
        List<Span> spans = isEmpty() ? List.of() : spans(bytes);
        if (spans.isEmpty()) {
            return bytes;
        }
        ByteArrayOutputStream masked = new ByteArrayOutputStream(bytes.length);
        int at = 0;
        for (Span span : spans) {
            masked.write(bytes, at, Math.max(0, span.start - at));
            masked.writeBytes(mark(span.name));
            at = span.end;
        }
        masked.write(bytes, at, bytes.length - at);
        return masked.toByteArray();
    }

    /// The text with the values of today in the place of `[secret NAME]`, as far as there are such secrets.
    public String fill(String text) {
        return MARK.matcher(text)
                .replaceAll(mark -> Matcher.quoteReplacement(values.getOrDefault(mark.group(1), mark.group())));
    }

    /// These and what others were before: where a name has another value there, both are looked for.
    public Secrets and(Secrets earlier) {
        Map<String, String> all = new LinkedHashMap<>(values);
        earlier.values.forEach((name, value) -> {
            if (!all.containsValue(value)) {
                String other = name.replaceFirst(" \\(before \\d+\\)$", "");
                int count = 1;
                while (all.containsKey(other)) {
                    other = name.replaceFirst(" \\(before \\d+\\)$", "") + " (before " + count++ + ")";
                }
                all.put(other, value);
            }
        });
        return new Secrets(all);
    }

    static byte[] mark(String name) {
        return ("[secret " + name + "]").getBytes(StandardCharsets.UTF_8);
    }

    /// The same stream with `[secret NAME]` in the place of each value.
    ///
    /// @param heard hears each secret and form once, on the thread that reads
    public InputStream masking(InputStream input, Consumer<Found> heard) {
        return new MaskingInputStream(input, matcher, once(heard));
    }

    private record Span(String name, int start, int end) {}

    /// Where values stand, in order, those that overlap as one.
    private List<Span> spans(byte[] bytes) {
        List<Span> spans = new ArrayList<>();
        int state = 0;
        for (int i = 0; i < bytes.length; i++) {
            state = matcher.step(state, bytes[i]);
            SecretMatcher.Pattern pattern = matcher.endingAt(state);
            if (pattern == null) {
                continue;
            }
            Span span = new Span(pattern.secret(), i + 1 - pattern.length(), i + 1);
            while (!spans.isEmpty() && spans.getLast().end > span.start) {
                Span before = spans.removeLast();
                span = new Span(before.name, Math.min(before.start, span.start), span.end);
            }
            spans.add(span);
        }
        return spans;
    }

    /// All that stands in a text.
    public Set<Found> find(String text) {
        Set<Found> found = new LinkedHashSet<>();
        if (!isEmpty() && text.length() >= SecretForm.LEAST_LENGTH) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            new Scanner(found::add).accept(bytes, 0, bytes.length);
        }
        return found;
    }

    /// Looks through a stream.
    ///
    /// @param heard hears each secret and form once
    public Scanner scanner(Consumer<Found> heard) {
        return new Scanner(once(heard));
    }

    private static Consumer<Found> once(Consumer<Found> heard) {
        Set<Found> told = new LinkedHashSet<>();
        return found -> {
            if (told.add(found)) {
                heard.accept(found);
            }
        };
    }

    /// Looks through bytes that come in pieces; a value may begin in one and end in another. Used by one thread at a
    /// time.
    public final class Scanner {
        private final Consumer<Found> heard;
        private int state;

        private Scanner(Consumer<Found> heard) {
            this.heard = heard;
        }

        /// Looks at the next piece.
        public void accept(byte[] bytes, int offset, int length) {
            if (isEmpty()) {
                return;
            }
            for (int i = offset; i < offset + length; i++) {
                state = matcher.step(state, bytes[i]);
                SecretMatcher.Pattern pattern = matcher.endingAt(state);
                if (pattern != null) {
                    heard.accept(new Found(pattern.secret(), pattern.form()));
                }
            }
        }
    }
}
