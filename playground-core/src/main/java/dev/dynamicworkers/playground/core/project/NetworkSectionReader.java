package dev.dynamicworkers.playground.core.project;

import dev.dynamicworkers.playground.core.json.JsonValue;
import dev.dynamicworkers.playground.core.project.network.AddedHeader;
import dev.dynamicworkers.playground.core.project.network.HostPattern;
import dev.dynamicworkers.playground.core.project.network.NetworkAnswer;
import dev.dynamicworkers.playground.core.project.network.NetworkMode;
import dev.dynamicworkers.playground.core.project.network.NetworkRule;
import dev.dynamicworkers.playground.core.project.network.NetworkSection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads one `network` object of `.playground/playground.json`; `docs/guide/network.md` describes it. Blocks where an
/// answer is in a file. For one reading.
final class NetworkSectionReader {
    private static final Set<String> SECTION_KEYS = Set.of("mode", "rules");
    private static final Set<String> RULE_KEYS =
            Set.of("host", "methods", "path", "action", "private", "headers", "answer");
    private static final Set<String> ANSWER_KEYS = Set.of("status", "headers", "body", "json", "file", "delayMs");
    private static final int MOST_DELAY_MILLIS = 600_000;
    private static final long MOST_ANSWER_BYTES = 10L << 20;

    private final Path folder;
    private final Problems problems;

    /// @param folder of the project
    NetworkSectionReader(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /// Reads a section; what is wrong in it is reported, and left out.
    NetworkSection read(ConfigObject section) {
        onlyKnown(section, SECTION_KEYS);
        NetworkMode mode = section.string("mode")
                .flatMap(word -> {
                    Optional<NetworkMode> known = NetworkMode.of(word);
                    if (known.isEmpty()) {
                        error(section, "mode", "There is no network mode \"" + word + "\".", "Write " + words() + ".");
                    }
                    return known;
                })
                .orElse(section.json().get("rules").isPresent() ? NetworkMode.RULES : NetworkMode.BLOCKED);
        List<NetworkRule> rules = new ArrayList<>();
        for (ConfigObject rule : section.objects("rules")) {
            rule(rule).ifPresent(rules::add);
        }
        return new NetworkSection(section.path(), mode, rules);
    }

    private static String words() {
        return Arrays.stream(NetworkMode.values())
                .map(mode -> "\"" + mode.word() + "\"")
                .collect(Collectors.joining(", "));
    }

    private Optional<NetworkRule> rule(ConfigObject rule) {
        onlyKnown(rule, RULE_KEYS);
        Optional<HostPattern> host = rule.required("host").flatMap(text -> {
            Optional<HostPattern> pattern = HostPattern.of(text);
            if (pattern.isEmpty()) {
                error(
                        rule,
                        "host",
                        "\"" + text + "\" is not a host.",
                        "Write a name, an address, \"*.example.com\" or \"*\", with \":PORT\" or without.");
            }
            return pattern;
        });
        Optional<NetworkRule.Action> action = rule.required("action").flatMap(word -> action(rule, word));
        if (host.isEmpty() || action.isEmpty()) {
            return Optional.empty();
        }
        NetworkAnswer answer = rule.object("answer").map(this::answer).orElse(null);
        boolean answers = action.get() == NetworkRule.Action.ANSWER;
        if (answers != (answer != null)) {
            error(
                    rule,
                    answers ? "action" : "answer",
                    answers
                            ? "A rule that answers needs an \"answer\"."
                            : "Only a rule with the action \"answer\" answers.",
                    answers
                            ? "Add an object with \"status\" and \"body\"."
                            : "Change the action, or remove \"answer\".");
            return Optional.empty();
        }
        return Optional.of(new NetworkRule(
                rule.path(),
                host.get(),
                rule.strings("methods").stream()
                        .map(method -> method.toUpperCase(Locale.ROOT))
                        .toList(),
                path(rule),
                action.get(),
                rule.flag("private"),
                headers(rule),
                answer));
    }

    private Optional<NetworkRule.Action> action(ConfigObject rule, String word) {
        Optional<NetworkRule.Action> action = Arrays.stream(NetworkRule.Action.values())
                .filter(each -> each.word().equals(word))
                .findFirst();
        if (action.isEmpty()) {
            error(
                    rule,
                    "action",
                    "There is no action \"" + word + "\".",
                    "Write \"allow\", \"deny\", \"ask\" or \"answer\".");
        }
        return action;
    }

    private @Nullable String path(ConfigObject rule) {
        String path = rule.string("path").orElse(null);
        if (path != null && !path.startsWith("/") && !path.startsWith("*")) {
            error(
                    rule,
                    "path",
                    "This path does not begin with \"/\".",
                    "Write it as \"/v1/*\"; \"*\" stands for anything.");
        }
        return path;
    }

    private List<AddedHeader> headers(ConfigObject owner) {
        List<AddedHeader> headers = new ArrayList<>();
        owner.object("headers").ifPresent(object -> {
            for (JsonValue.Member member : object.members()) {
                String name = member.key().toLowerCase(Locale.ROOT);
                if (!name.matches("[!#$%&'*+.^_`|~0-9a-z-]+")) {
                    problems.error(
                            owner.file(),
                            member.keyPosition(),
                            "This is not a header name.",
                            "Write one, such as authorization.");
                } else {
                    object.string(member.key()).ifPresent(value -> headers.add(new AddedHeader(name, value)));
                }
            }
        });
        return headers;
    }

    private NetworkAnswer answer(ConfigObject answer) {
        onlyKnown(answer, ANSWER_KEYS);
        int status = answer.wholeNumber("status", 200, 599).orElse(200L).intValue();
        List<AddedHeader> headers = new ArrayList<>(headers(answer));
        byte[] body = answer.string("body").orElse("").getBytes(StandardCharsets.UTF_8);
        Optional<JsonValue> json = answer.json().get("json");
        if (json.isPresent()) {
            body = json.get().toJson().getBytes(StandardCharsets.UTF_8);
            if (headers.stream().noneMatch(header -> header.name().equals("content-type"))) {
                headers.add(new AddedHeader("content-type", "application/json"));
            }
        }
        Optional<String> file = answer.string("file");
        if (file.isPresent()) {
            body = file(answer, file.get());
        }
        return new NetworkAnswer(
                status,
                headers,
                body,
                answer.wholeNumber("delayMs", 0, MOST_DELAY_MILLIS).orElse(0L).intValue());
    }

    private byte[] file(ConfigObject answer, String name) {
        Path home = folder.resolve(".playground");
        Path file = home.resolve(name).normalize();
        try {
            if (file.startsWith(home) && Files.isRegularFile(file)) {
                boolean inside = file.toRealPath().startsWith(home.toRealPath());
                if (inside && Files.size(file) <= MOST_ANSWER_BYTES) {
                    return Files.readAllBytes(file);
                }
            }
            error(
                    answer,
                    "file",
                    "There is no file .playground/" + name + " of at most 10 MiB.",
                    "Name one by its path within .playground, such as \"fixtures/weather.json\".");
        } catch (IOException unreadable) {
            error(answer, "file", "The file .playground/" + name + " can't be read.", "Check who may read it.");
        }
        return new byte[0];
    }

    /// A key that nobody reads may be a rule that its author believes in.
    private void onlyKnown(ConfigObject object, Set<String> keys) {
        for (JsonValue.Member member : object.members()) {
            if (!keys.contains(member.key())) {
                problems.error(
                        object.file(),
                        member.keyPosition(),
                        "\"" + member.key() + "\" is no key of \"" + object.path() + "\".",
                        "Correct or remove it; there are "
                                + String.join(", ", keys.stream().sorted().toList()) + ".");
            }
        }
    }

    private void error(ConfigObject object, String key, String message, String hint) {
        problems.error(object.file(), object.positionOf(key), message, hint);
    }
}
