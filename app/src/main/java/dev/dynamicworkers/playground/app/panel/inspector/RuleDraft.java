package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.core.project.network.HostPattern;
import dev.dynamicworkers.playground.core.project.network.NetworkRule;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A network rule as the form has it. What the form has no field for stays in the rule's text as it was.
///
/// @param host name, address, `*.example.com` or `*`, with a port or without
/// @param methods separated by commas, empty for all
/// @param path pattern, empty for all
/// @param header name of a header that is set, empty for none; the first one of a rule with several
/// @param value of that header, in which `${NAME}` stands for a secret
/// @param status of an answer
/// @param body of an answer: JSON, another text, or `file:` with a path within `.playground`
public record RuleDraft(
        String host,
        String methods,
        String path,
        NetworkRule.Action action,
        String header,
        String value,
        String status,
        String body) {
    static final RuleDraft EMPTY = of("", NetworkRule.Action.ALLOW);

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FILE = "file:";
    private static final String OK = "200";

    /// A rule for all requests to a host.
    static RuleDraft of(String host, NetworkRule.Action action) {
        return new RuleDraft(host, "", "", action, "", "", OK, "");
    }

    RuleDraft about(String otherMethods, String otherPath) {
        return new RuleDraft(host, otherMethods, otherPath, action, header, value, status, body);
    }

    RuleDraft withHeader(String name, String template) {
        return new RuleDraft(host, methods, path, action, name, template, status, body);
    }

    RuleDraft answering(String otherStatus, String otherBody) {
        return new RuleDraft(host, methods, path, action, header, value, otherStatus, otherBody);
    }

    /// Takes a rule of the file apart.
    ///
    /// @param json of the rule
    static RuleDraft read(String json) {
        ObjectNode rule = object(json);
        JsonNode answer = rule.path("answer");
        String action = text(rule, "action");
        ObjectNode headers = rule.path("headers") instanceof ObjectNode given ? given : JSON.createObjectNode();
        Iterator<String> names = headers.propertyNames().iterator();
        String header = names.hasNext() ? names.next() : "";
        String methods = rule.path("methods") instanceof ArrayNode list
                ? list.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "))
                : "";
        return new RuleDraft(
                text(rule, "host"),
                methods,
                text(rule, "path"),
                Arrays.stream(NetworkRule.Action.values())
                        .filter(each -> each.word().equals(action))
                        .findFirst()
                        .orElse(NetworkRule.Action.DENY),
                header,
                header.isEmpty() ? "" : text(headers, header),
                answer.has("status") ? answer.path("status").asString() : OK,
                body(answer));
    }

    private static String body(JsonNode answer) {
        if (answer.has("file")) {
            return FILE + answer.path("file").asString();
        }
        return answer.has("json")
                ? answer.path("json").toString()
                : answer.path("body").isString() ? answer.path("body").asString() : "";
    }

    private static String text(ObjectNode object, String key) {
        return object.path(key).isString() ? object.path(key).asString() : "";
    }

    private static ObjectNode object(String json) {
        return JSON.readTree(json) instanceof ObjectNode object ? object : JSON.createObjectNode();
    }

    /// What is wrong with it, one sentence; empty when it can be a rule.
    String problem() {
        if (HostPattern.of(host).isEmpty()) {
            return "\"" + host + "\" is not a host. Write a name, an address, *.example.com or *.";
        }
        if (!path.isBlank() && !path.strip().startsWith("/") && !path.strip().startsWith("*")) {
            return "A path begins with \"/\", as in /v1/*.";
        }
        if (lets() && !header.isBlank() && !header.strip().matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
            return "\"" + header + "\" is not the name of a header.";
        }
        if (lets() && header.isBlank() && !value.isBlank()) {
            return "Name the header that gets this value, such as authorization.";
        }
        if (action == NetworkRule.Action.ANSWER && !status.strip().matches("[2-5]\\d\\d")) {
            return "A status is a number from 200 to 599.";
        }
        return "";
    }

    private boolean lets() {
        return action == NetworkRule.Action.ALLOW || action == NetworkRule.Action.ASK;
    }

    /// The rule for the file.
    ///
    /// @param before JSON of the rule that it takes the place of, `{}` for none
    String json(String before) {
        ObjectNode rule = object(before);
        RuleDraft was = read(before);
        rule.put("host", host.strip());
        List<String> verbs = Arrays.stream(methods.split(","))
                .map(verb -> verb.strip().toUpperCase(Locale.ROOT))
                .filter(verb -> !verb.isEmpty())
                .toList();
        if (verbs.isEmpty()) {
            rule.remove("methods");
        } else {
            ArrayNode list = rule.putArray("methods");
            verbs.forEach(list::add);
        }
        if (path.isBlank()) {
            rule.remove("path");
        } else {
            rule.put("path", path.strip());
        }
        boolean isLocal = HostPattern.of(host).filter(HostPattern::isLocal).isPresent();
        if (isLocal && action != NetworkRule.Action.DENY) {
            rule.put("private", true);
        } else if (!was.host.equals(host.strip())) {
            // What was said of another host is not meant for this one.
            rule.remove("private");
        }
        rule.put("action", action.word());
        putHeader(rule, was);
        putAnswer(rule, was);
        return rule.toString();
    }

    private void putHeader(ObjectNode rule, RuleDraft was) {
        ObjectNode headers = rule.path("headers") instanceof ObjectNode given ? given : JSON.createObjectNode();
        String name = header.strip().toLowerCase(Locale.ROOT);
        if (!was.header.isEmpty() && !was.header.equals(name)) {
            headers.remove(was.header);
        }
        if (!name.isEmpty()) {
            headers.put(name, value.strip());
        }
        if (headers.isEmpty() || !lets()) {
            rule.remove("headers");
        } else {
            rule.set("headers", headers);
        }
    }

    private void putAnswer(ObjectNode rule, RuleDraft was) {
        if (action != NetworkRule.Action.ANSWER) {
            rule.remove("answer");
            return;
        }
        ObjectNode answer = rule.path("answer") instanceof ObjectNode given ? given : JSON.createObjectNode();
        answer.put("status", Integer.parseInt(status.strip()));
        boolean isNew = was.action != NetworkRule.Action.ANSWER;
        if (isNew || !was.body.equals(body)) {
            answer.remove(List.of("json", "body", "file"));
            JsonNode json = parsed(body);
            if (body.startsWith(FILE)) {
                answer.put("file", body.substring(FILE.length()).strip());
            } else if (json != null) {
                answer.set("json", json);
            } else if (!body.isEmpty()) {
                answer.put("body", body);
            }
        }
        rule.set("answer", answer);
    }

    private static @Nullable JsonNode parsed(String text) {
        try {
            JsonNode node = text.isBlank() ? null : JSON.readTree(text);
            return node == null || node.isMissingNode() ? null : node;
        } catch (JacksonException notJson) {
            return null;
        }
    }
}
