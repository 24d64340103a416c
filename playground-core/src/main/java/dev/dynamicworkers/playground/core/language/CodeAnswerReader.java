package dev.dynamicworkers.playground.core.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Makes values of the JSON that the language process answers with.
final class CodeAnswerReader {
    private CodeAnswerReader() {}

    static <T> List<T> list(JsonNode array, Function<JsonNode, T> entry) {
        List<T> all = new ArrayList<>(array.size());
        array.forEach(node -> all.add(entry.apply(node)));
        return all;
    }

    static <T> Optional<T> optional(JsonNode node, Function<JsonNode, T> entry) {
        return node.isNull() || node.isMissingNode() ? Optional.empty() : Optional.of(entry.apply(node));
    }

    static CodeAnswer.Span span(JsonNode node) {
        return new CodeAnswer.Span(
                text(node, "path"),
                number(node, "start"),
                number(node, "end"),
                number(node, "line"),
                number(node, "column"));
    }

    static CodeAnswer.Edit edit(JsonNode node) {
        return new CodeAnswer.Edit(span(node), text(node, "text"));
    }

    static CodeAnswer.Proposal proposal(JsonNode node) {
        return new CodeAnswer.Proposal(
                text(node, "label"),
                text(node, "kind"),
                text(node, "insert"),
                number(node, "start"),
                number(node, "end"),
                text(node, "order"),
                node.path("deprecated").asBoolean(false));
    }

    static CodeAnswer.Description description(JsonNode node) {
        return new CodeAnswer.Description(
                text(node, "signature"), text(node, "documentation"), number(node, "start"), number(node, "end"));
    }

    static CodeAnswer.Signature signature(JsonNode node) {
        return new CodeAnswer.Signature(
                text(node, "label"), number(node, "start"), number(node, "end"), text(node, "documentation"));
    }

    static CodeAnswer.Finding finding(JsonNode node) {
        return new CodeAnswer.Finding(
                span(node),
                text(node, "message"),
                number(node, "code"),
                node.path("error").asBoolean(true));
    }

    static CodeAnswer.Repair repair(JsonNode node) {
        return new CodeAnswer.Repair(text(node, "title"), list(node.path("edits"), CodeAnswerReader::edit));
    }

    static CodeAnswer.Renaming renaming(JsonNode node) {
        return new CodeAnswer.Renaming(text(node, "refusal"), list(node.path("edits"), CodeAnswerReader::edit));
    }

    static CodeAnswer.Stripped stripped(JsonNode node) {
        return new CodeAnswer.Stripped(
                text(node, "code"),
                node.path("lowered").asBoolean(false),
                text(node, "problem"),
                number(node, "line"),
                number(node, "column"));
    }

    static CodeAnswer.LoaderSite loaderSite(JsonNode node) {
        return new CodeAnswer.LoaderSite(
                span(node),
                text(node, "name"),
                node.path("named").asBoolean(false),
                text(node, "refusal"),
                list(node.path("edits"), CodeAnswerReader::edit),
                list(node.path("left"), sentence -> sentence.asString("")));
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).asString("");
    }

    private static int number(JsonNode node, String key) {
        return node.path(key).asInt(0);
    }
}
