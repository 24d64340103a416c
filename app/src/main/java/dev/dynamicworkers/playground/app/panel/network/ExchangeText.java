package dev.dynamicworkers.playground.app.panel.network;

import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.BodyText;
import dev.dynamicworkers.playground.app.session.HeaderLine;
import dev.dynamicworkers.playground.app.session.RunRecord;
import dev.dynamicworkers.playground.core.trace.ExchangeRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// What a request and its answer consist of, as texts to be read.
final class ExchangeText {
    private ExchangeText() {}

    /// A text with a title.
    ///
    /// @param id of the node that shows it
    record Part(String id, String title, String text) {}

    /// Headers and bodies, those that there are.
    ///
    /// @param mask takes secrets out of what is shown, which may be copied
    static List<Part> of(ExchangeRecord exchange, UnaryOperator<String> mask) {
        List<Part> parts = new ArrayList<>();
        add("request", "Request", exchange.request(), mask, parts);
        ExchangeRecord.Message response = exchange.response();
        if (response != null) {
            add("response", "Response", response, mask, parts);
        }
        return parts;
    }

    private static void add(
            String id, String title, ExchangeRecord.Message message, UnaryOperator<String> mask, List<Part> parts) {
        if (!message.fields().isEmpty()) {
            String fields = message.fields().stream()
                    .map(field -> field.name() + ": " + field.value())
                    .collect(Collectors.joining("\n"));
            parts.add(new Part("network-" + id + "-headers", title + " headers", mask.apply(fields)));
        }
        if (message.bytes() > 0 || !message.isOver()) {
            BodyText body = text(message);
            String text = body.kind() == BodyText.Kind.EMPTY ? "" : mask.apply(body.pretty());
            parts.add(new Part("network-" + id + "-body", title + " body, " + extent(message, body), text));
        }
    }

    private static String extent(ExchangeRecord.Message message, BodyText body) {
        String size = Amounts.bytes(message.bytes());
        String read = message.isOver() ? size : size + " so far";
        String hex = body.kind() == BodyText.Kind.BINARY ? ", as hexadecimal figures" : "";
        boolean cut = message.bytes() > message.body().length;
        return read + (cut ? ", the first " + Amounts.bytes((long) message.body().length) : "") + hex;
    }

    /// A body as text, laid out where it is JSON, or bytes as figures.
    static BodyText text(ExchangeRecord.Message message) {
        List<HeaderLine> headers = message.fields().stream()
                .map(field -> new HeaderLine(field.name(), field.value()))
                .toList();
        return BodyText.of(new RunRecord.Reply(
                RunRecord.Reply.NO_STATUS, "", headers, message.body(), message.body().length, List.of()));
    }
}
