package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.session.request.BodyKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a kept request says besides what is sent: its variables, and what its response should be.
///
/// @param variables by name, in order; `{{name}}` anywhere in the request stands for the value
/// @param expectations one a line, as [Expectation#of] reads them
/// @param bodyKind how the text of the body becomes bytes
/// @param props JSON of the object that the entrypoint finds as `ctx.props`, empty for none
public record RequestNotes(List<HeaderLine> variables, List<String> expectations, BodyKind bodyKind, String props) {
    /// Nothing.
    public static final RequestNotes NONE = new RequestNotes(List.of(), List.of(), BodyKind.TEXT);

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([A-Za-z_][A-Za-z0-9_.-]*)\\s*}}");

    public RequestNotes {
        variables = List.copyOf(variables);
        expectations = List.copyOf(expectations);
    }

    /// Notes on a request whose entrypoint has no props.
    public RequestNotes(List<HeaderLine> variables, List<String> expectations, BodyKind bodyKind) {
        this(variables, expectations, bodyKind, "");
    }

    /// Notes on a request whose body is text.
    public RequestNotes(List<HeaderLine> variables, List<String> expectations) {
        this(variables, expectations, BodyKind.TEXT);
    }

    /// The same with other props.
    RequestNotes withProps(String other) {
        return new RequestNotes(variables, expectations, bodyKind, other);
    }

    private Optional<String> value(String name) {
        return variables.stream()
                .filter(variable -> variable.name().equals(name))
                .map(HeaderLine::value)
                .findFirst();
    }

    /// Whether a text uses one of these names between braces.
    public static boolean uses(String text, Set<String> names) {
        return VARIABLE.matcher(text).results().anyMatch(found -> names.contains(found.group(1)));
    }

    /// The names that a request uses and that have no value, in order.
    public Set<String> unresolved(RequestDraft draft) {
        Set<String> missing = new LinkedHashSet<>();
        StringBuilder all = new StringBuilder(draft.url())
                .append('\n')
                .append(draft.body())
                .append('\n')
                .append(props);
        draft.headers()
                .forEach(line ->
                        all.append('\n').append(line.name()).append('\n').append(line.value()));
        Matcher matcher = VARIABLE.matcher(all);
        while (matcher.find()) {
            if (value(matcher.group(1)).isEmpty()) {
                missing.add(matcher.group(1));
            }
        }
        return missing;
    }

    /// The request with values in place of the names that have one.
    public RequestDraft resolve(RequestDraft draft) {
        UnaryOperator<String> put = text -> VARIABLE.matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(value(found.group(1)).orElse(found.group())));
        return new RequestDraft(
                draft.method(),
                put.apply(draft.url()),
                draft.headers().stream()
                        .map(line -> new HeaderLine(put.apply(line.name()), put.apply(line.value())))
                        .toList(),
                put.apply(draft.body()),
                draft.kind(),
                draft.entrypoint(),
                new RequestNotes(variables, expectations, bodyKind, put.apply(props)));
    }
}
