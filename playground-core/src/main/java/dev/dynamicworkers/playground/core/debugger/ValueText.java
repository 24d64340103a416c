package dev.dynamicworkers.playground.core.debugger;

import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.strings.TruffleString;
import dev.dynamicworkers.playground.core.debug.Seen;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Values of guest code as short texts, made without calling any of it. Strings are cut before they are copied.
final class ValueText {
    private static final InteropLibrary INTEROP = InteropLibrary.getUncached();
    private static final int SHOWN_PARTS = 5;
    private static final int SHORT = 40;
    private static final int LONG = Seen.LONGEST - 100;
    private static final int BIG_BITS = 4096;
    private static final int MOST_ENTRIES = Seen.MOST / 2;

    private final GuestValues values;
    private final UnaryOperator<String> mask;

    /// A part that is no property, such as an entry of a map.
    record Entry(String name, Object value) {}

    ValueText(GuestValues values, UnaryOperator<String> mask) {
        this.values = values;
        this.mask = mask;
    }

    /// A value with its name.
    ///
    /// @param remember gives the handle of a value that has parts
    Seen seen(String name, Object value, ToLongFunction<Object> remember) throws InteropException {
        Seen.Kind kind = kind(value);
        boolean hasParts = (kind == Seen.Kind.OBJECT || kind == Seen.Kind.FUNCTION) && !isProxy(value);
        String text = kind == Seen.Kind.OBJECT ? object(value) : plain(value, kind, LONG);
        return new Seen(name(name), shown(text), kind, hasParts ? remember.applyAsLong(value) : 0);
    }

    String name(String name) {
        return shown(name);
    }

    private String shown(String text) {
        return cut(mask.apply(text), Seen.LONGEST);
    }

    /// What was thrown, as a console says it.
    String thrown(@Nullable Object error, String otherwise) {
        try {
            if (error == null || kind(error) != Seen.Kind.OBJECT) {
                return shown(error == null ? otherwise : plain(error, kind(error), LONG));
            }
            String message = property(error, "message", LONG);
            return shown(message == null ? object(error) : metaName(error) + ": " + message);
        } catch (InteropException gone) {
            return shown(otherwise);
        }
    }

    private static Seen.Kind kind(Object value) {
        if (INTEROP.isString(value)) {
            return Seen.Kind.STRING;
        }
        if (INTEROP.isNumber(value)) {
            return Seen.Kind.NUMBER;
        }
        if (INTEROP.isBoolean(value) || INTEROP.isNull(value) || is(value, "Symbol")) {
            return Seen.Kind.WORD;
        }
        return INTEROP.isExecutable(value) ? Seen.Kind.FUNCTION : Seen.Kind.OBJECT;
    }

    private static boolean is(Object value, String implementation) {
        return value.getClass().getSimpleName().equals(implementation);
    }

    static boolean isProxy(Object value) {
        return value.getClass().getSimpleName().contains("Proxy");
    }

    /// A value that has no parts, or whose parts are not shown.
    private String plain(Object value, Seen.Kind kind, int longest) throws InteropException {
        return switch (kind) {
            case STRING -> string(value, longest);
            case FUNCTION -> function(value);
            case NUMBER -> number(value);
            default -> display(value, longest);
        };
    }

    private String display(Object value, int longest) throws InteropException {
        Object text = INTEROP.toDisplayString(values.inLanguage(value), /* allowSideEffects= */ false);
        return cut(INTEROP.asString(text), longest);
    }

    private String number(Object value) throws InteropException {
        if (is(value, "BigInt")) {
            BigInteger big = INTEROP.asBigInteger(value);
            return big.bitLength() > BIG_BITS ? "a BigInt of " + big.bitLength() + " bits" : big + "n";
        }
        return display(value, LONG);
    }

    private static String function(Object value) throws InteropException {
        String name = isProxy(value) ? null : property(value, "name", SHORT);
        return "\u0192 " + (name == null || name.isEmpty() ? "anonymous" : name);
    }

    private static String string(Object value, int longest) throws InteropException {
        TruffleString text = INTEROP.asTruffleString(value);
        int units = text.byteLength(TruffleString.Encoding.UTF_16) / 2;
        return quote(start(text, units, longest)) + (units > longest ? " and " + (units - longest) + " more" : "");
    }

    private static String start(TruffleString text, int units, int longest) {
        return units <= longest
                ? text.toJavaStringUncached()
                : text.substringByteIndexUncached(0, longest * 2, TruffleString.Encoding.UTF_16, /* lazy= */ false)
                        .toJavaStringUncached();
    }

    private static String quote(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }

    /// A property that is a string and can be read without calling code.
    private static @Nullable String property(Object of, String name, int longest) throws InteropException {
        if (!INTEROP.isMemberReadable(of, name) || INTEROP.hasMemberReadSideEffects(of, name)) {
            return null;
        }
        Object property = INTEROP.readMember(of, name);
        if (!INTEROP.isString(property)) {
            return null;
        }
        TruffleString text = INTEROP.asTruffleString(property);
        return start(text, text.byteLength(TruffleString.Encoding.UTF_16) / 2, longest);
    }

    private static String metaName(Object value) throws InteropException {
        if (!INTEROP.hasMetaObject(value)) {
            return "Object";
        }
        return cut(INTEROP.asString(INTEROP.getMetaSimpleName(INTEROP.getMetaObject(value))), SHORT);
    }

    /// What it is, and its first parts.
    private String object(Object value) throws InteropException {
        if (isProxy(value)) {
            return "Proxy";
        }
        String name = metaName(value);
        if (INTEROP.hasArrayElements(value)) {
            return array(name, value);
        }
        if (INTEROP.isDate(value) || INTEROP.isInstant(value)) {
            return display(value, SHORT * 2);
        }
        String message = name.endsWith("Error") ? property(value, "message", Seen.LONGEST / 2) : null;
        if (message != null) {
            return name + ": " + message;
        }
        return INTEROP.hasHashEntries(value) ? name + "(" + INTEROP.getHashSize(value) + ")" : properties(name, value);
    }

    private String array(String name, Object value) throws InteropException {
        long size = INTEROP.getArraySize(value);
        StringBuilder text = new StringBuilder(name).append('(').append(size).append(") [");
        for (long i = 0; i < Math.min(SHOWN_PARTS, size); i++) {
            text.append(i == 0 ? "" : ", ");
            text.append(INTEROP.isArrayElementReadable(value, i) ? brief(INTEROP.readArrayElement(value, i)) : "empty");
        }
        return text.append(size > SHOWN_PARTS ? ", \u2026]" : "]").toString();
    }

    private String properties(String name, Object value) throws InteropException {
        List<String> names = GuestValues.members(value, 0, SHOWN_PARTS + 1);
        if (names.isEmpty()) {
            return name.equals("Object") ? "{}" : name;
        }
        StringBuilder text = new StringBuilder(name.equals("Object") ? "{" : name + " {");
        for (int i = 0; i < names.size() && i < SHOWN_PARTS; i++) {
            boolean isPlain = INTEROP.isMemberReadable(value, names.get(i))
                    && !INTEROP.hasMemberReadSideEffects(value, names.get(i));
            text.append(i == 0 ? "" : ", ")
                    .append(cut(names.get(i), SHORT))
                    .append(": ")
                    .append(isPlain ? brief(INTEROP.readMember(value, names.get(i))) : "\u2026");
        }
        return text.append(names.size() > SHOWN_PARTS ? ", \u2026}" : "}").toString();
    }

    /// A part of a value in a few letters.
    private String brief(Object value) throws InteropException {
        Seen.Kind kind = kind(value);
        if (kind != Seen.Kind.OBJECT) {
            return cut(plain(value, kind, SHORT), SHORT + 20);
        }
        return isProxy(value) ? "Proxy" : INTEROP.hasArrayElements(value) ? "[\u2026]" : "{\u2026}";
    }

    /// The first entries of a map, the first elements of a set.
    List<Entry> entries(Object value) throws InteropException {
        List<Entry> entries = new ArrayList<>();
        if (INTEROP.hasHashEntries(value)) {
            Object iterator = INTEROP.getHashEntriesIterator(value);
            while (entries.size() < MOST_ENTRIES && INTEROP.hasIteratorNextElement(iterator)) {
                Object entry = INTEROP.getIteratorNextElement(iterator);
                entries.add(new Entry(
                        "[" + brief(INTEROP.readArrayElement(entry, 0)) + "]", INTEROP.readArrayElement(entry, 1)));
            }
        } else if (Objects.equals(value.getClass().getSimpleName(), "JSSetObject") && INTEROP.hasIterator(value)) {
            Object iterator = INTEROP.getIterator(value);
            while (entries.size() < MOST_ENTRIES && INTEROP.hasIteratorNextElement(iterator)) {
                entries.add(new Entry("[" + entries.size() + "]", INTEROP.getIteratorNextElement(iterator)));
            }
        }
        return entries;
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "\u2026";
    }
}
