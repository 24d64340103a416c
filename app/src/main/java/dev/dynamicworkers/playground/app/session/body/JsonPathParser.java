package dev.dynamicworkers.playground.app.session.body;

import dev.dynamicworkers.playground.app.session.body.JsonPath.MalformedPath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads a JSONPath query by recursive descent.
final class JsonPathParser {
    private final String in;
    private int at = 1;

    /// A value within a filter: what a path found, or a literal.
    private interface Operand extends Function<JsonSpan, List<String>> {}

    JsonPathParser(String in) {
        this.in = in;
    }

    JsonPath parse() throws MalformedPath {
        JsonPath path = segments();
        if (at < in.length()) {
            throw wrong("'.' or '['");
        }
        return path;
    }

    private JsonPath segments() throws MalformedPath {
        List<Function<List<JsonSpan>, List<JsonSpan>>> steps = new ArrayList<>();
        while (at < in.length() && (peek() == '.' || peek() == '[')) {
            boolean deep = in.startsWith("..", at);
            if (deep) {
                at += 2;
                steps.add(spans -> spans.stream()
                        .flatMap(span -> JsonPath.withDescendants(span).stream())
                        .toList());
            } else if (peek() == '.') {
                at++;
            }
            Function<JsonSpan, List<JsonSpan>> selector = at < in.length() && peek() == '[' ? bracket() : dotted();
            steps.add(spans -> spans.stream()
                    .flatMap(span -> selector.apply(span).stream())
                    .toList());
        }
        return new JsonPath(steps);
    }

    private Function<JsonSpan, List<JsonSpan>> dotted() throws MalformedPath {
        if (at < in.length() && peek() == '*') {
            at++;
            return JsonSpan::children;
        }
        int start = at;
        while (at < in.length() && (Character.isLetterOrDigit(peek()) || peek() == '_' || peek() == '-')) {
            at++;
        }
        if (at == start) {
            throw wrong("a name or '*'");
        }
        return named(in.substring(start, at));
    }

    private static Function<JsonSpan, List<JsonSpan>> named(String name) {
        return span -> span.children().stream()
                .filter(child -> name.equals(child.key()))
                .toList();
    }

    private Function<JsonSpan, List<JsonSpan>> bracket() throws MalformedPath {
        at++;
        List<Function<JsonSpan, List<JsonSpan>>> selectors = new ArrayList<>();
        do {
            space();
            selectors.add(selector());
            space();
        } while (take(','));
        if (!take(']')) {
            throw wrong("']'");
        }
        return span -> selectors.stream()
                .flatMap(selector -> selector.apply(span).stream())
                .toList();
    }

    private Function<JsonSpan, List<JsonSpan>> selector() throws MalformedPath {
        if (take('*')) {
            return JsonSpan::children;
        }
        if (at < in.length() && (peek() == '\'' || peek() == '"')) {
            return named(quoted());
        }
        if (take('?')) {
            Predicate<JsonSpan> filter = or();
            return span -> span.children().stream().filter(filter).toList();
        }
        Integer first = number();
        space();
        if (!take(':')) {
            if (first == null) {
                throw wrong("an index, a name in quotes, '*' or '?'");
            }
            int index = first;
            return span -> pick(span, index);
        }
        space();
        Integer second = number();
        space();
        Integer step = take(':') ? number() : Integer.valueOf(1);
        return slice(first, second, step == null ? 1 : step);
    }

    private static List<JsonSpan> pick(JsonSpan span, int index) {
        if (span.kind() != JsonSpan.Kind.ARRAY) {
            return List.of();
        }
        List<JsonSpan> all = span.children();
        int wanted = index < 0 ? all.size() + index : index;
        return wanted >= 0 && wanted < all.size() ? List.of(all.get(wanted)) : List.of();
    }

    private static Function<JsonSpan, List<JsonSpan>> slice(@Nullable Integer from, @Nullable Integer to, int step) {
        return span -> {
            List<JsonSpan> found = new ArrayList<>();
            if (span.kind() != JsonSpan.Kind.ARRAY || step == 0) {
                return found;
            }
            List<JsonSpan> all = span.children();
            int size = all.size();
            int first = from == null ? (step > 0 ? 0 : size - 1) : from < 0 ? size + from : from;
            int last = to == null ? (step > 0 ? size : -1) : to < 0 ? size + to : to;
            for (int i = Math.clamp(first, -1, size); step > 0 ? i < last : i > last; i += step) {
                if (i >= 0 && i < size) {
                    found.add(all.get(i));
                } else if (step > 0 ? i >= size : i < 0) {
                    break;
                }
            }
            return found;
        };
    }

    // Filters

    private Predicate<JsonSpan> or() throws MalformedPath {
        Predicate<JsonSpan> left = and();
        space();
        while (in.startsWith("||", at)) {
            at += 2;
            left = left.or(and());
            space();
        }
        return left;
    }

    private Predicate<JsonSpan> and() throws MalformedPath {
        Predicate<JsonSpan> left = not();
        space();
        while (in.startsWith("&&", at)) {
            at += 2;
            left = left.and(not());
            space();
        }
        return left;
    }

    private Predicate<JsonSpan> not() throws MalformedPath {
        space();
        if (at < in.length() && peek() == '!' && !in.startsWith("!=", at)) {
            at++;
            return not().negate();
        }
        if (take('(')) {
            Predicate<JsonSpan> inner = or();
            space();
            if (!take(')')) {
                throw wrong("')'");
            }
            return inner;
        }
        Operand left = operand();
        space();
        for (String operator : List.of("==", "!=", "<=", ">=", "<", ">")) {
            if (in.startsWith(operator, at)) {
                at += operator.length();
                space();
                Operand right = operand();
                return span -> compare(operator, left.apply(span), right.apply(span));
            }
        }
        return span -> !left.apply(span).isEmpty();
    }

    private Operand operand() throws MalformedPath {
        space();
        for (String function : List.of("length(", "count(")) {
            if (in.startsWith(function, at)) {
                at += function.length();
                JsonPath path = relative();
                if (!take(')')) {
                    throw wrong("')'");
                }
                boolean count = function.startsWith("count");
                return span -> {
                    List<JsonSpan> found = path.find(span);
                    return count
                            ? List.of(String.valueOf(found.size()))
                            : found.stream()
                                    .limit(1)
                                    .map(JsonPathParser::length)
                                    .toList();
                };
            }
        }
        if (at < in.length() && peek() == '@') {
            JsonPath path = relative();
            return span ->
                    path.find(span).stream().map(JsonPathParser::canonical).toList();
        }
        if (at < in.length() && (peek() == '\'' || peek() == '"')) {
            String text = JsonSpan.quote(quoted());
            return span -> List.of(text);
        }
        int start = at;
        while (at < in.length() && (Character.isLetterOrDigit(peek()) || "+-.".indexOf(peek()) >= 0)) {
            at++;
        }
        String literal = in.substring(start, at);
        if (JsonSpan.of(literal).isEmpty()) {
            throw wrong("'@', a number, a text in quotes, true, false or null");
        }
        return span -> List.of(literal);
    }

    private JsonPath relative() throws MalformedPath {
        if (!take('@')) {
            throw wrong("'@'");
        }
        return segments();
    }

    private static String length(JsonSpan span) {
        return String.valueOf(
                span.kind() == JsonSpan.Kind.STRING
                        ? span.plain().codePoints().count()
                        : span.children().size());
    }

    private static String canonical(JsonSpan span) {
        return span.kind() == JsonSpan.Kind.STRING ? JsonSpan.quote(span.plain()) : span.raw();
    }

    private static boolean compare(String operator, List<String> left, List<String> right) {
        boolean same = left.size() == right.size() && (left.isEmpty() || areSame(left.getFirst(), right.getFirst()));
        if (operator.equals("==")) {
            return same;
        }
        if (operator.equals("!=")) {
            return !same;
        }
        if (left.isEmpty() || right.isEmpty()) {
            return false;
        }
        String a = left.getFirst();
        String b = right.getFirst();
        int order;
        if (a.startsWith("\"") && b.startsWith("\"")) {
            order = a.compareTo(b);
        } else if (isNumber(a) && isNumber(b)) {
            order = Double.compare(Double.parseDouble(a), Double.parseDouble(b));
        } else {
            return same && operator.length() == 2;
        }
        return switch (operator) {
            case "<" -> order < 0;
            case ">" -> order > 0;
            case "<=" -> order <= 0;
            default -> order >= 0;
        };
    }

    private static boolean areSame(String a, String b) {
        return a.equals(b) || isNumber(a) && isNumber(b) && Double.parseDouble(a) == Double.parseDouble(b);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && (Character.isDigit(text.charAt(0)) || text.charAt(0) == '-');
    }

    // Characters

    private char peek() {
        return in.charAt(at);
    }

    private boolean take(char wanted) {
        if (at < in.length() && peek() == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void space() {
        while (at < in.length() && Character.isWhitespace(peek())) {
            at++;
        }
    }

    private @Nullable Integer number() throws MalformedPath {
        int start = at;
        if (at < in.length() && peek() == '-') {
            at++;
        }
        while (at < in.length() && Character.isDigit(peek())) {
            at++;
        }
        if (start == at) {
            return null;
        }
        try {
            return Integer.valueOf(in.substring(start, at));
        } catch (NumberFormatException e) {
            throw wrong("a whole number");
        }
    }

    private String quoted() throws MalformedPath {
        char quote = peek();
        at++;
        StringBuilder text = new StringBuilder();
        while (at < in.length() && peek() != quote) {
            if (peek() == '\\' && at + 1 < in.length()) {
                at++;
            }
            text.append(peek());
            at++;
        }
        if (!take(quote)) {
            throw wrong("the closing " + quote);
        }
        return text.toString();
    }

    private MalformedPath wrong(String expected) {
        return new MalformedPath("Expected " + expected + " at character " + (at + 1) + ".");
    }
}
