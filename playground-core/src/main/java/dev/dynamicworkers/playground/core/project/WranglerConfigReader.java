package dev.dynamicworkers.playground.core.project;

import dev.dynamicworkers.playground.core.json.JsonValue;
import dev.dynamicworkers.playground.core.json.JsonValue.ObjectValue;
import dev.dynamicworkers.playground.core.json.JsoncException;
import dev.dynamicworkers.playground.core.json.JsoncReader;
import dev.dynamicworkers.playground.core.json.SourcePosition;
import dev.dynamicworkers.playground.core.worker.Limit;
import dev.dynamicworkers.playground.core.worker.ResourceLimits;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the text of `wrangler.jsonc`, with all problems that can be seen without looking at other files.
final class WranglerConfigReader {
    private static final String DEFAULT_NAME = "worker";

    private static final Set<String> LIMITS = Set.of("cpu_ms", "subrequests");

    private static final Map<String, ModuleType> RULE_TYPES = Map.of(
            "ESModule", ModuleType.ES_MODULE,
            "CommonJS", ModuleType.COMMON_JS,
            "Text", ModuleType.TEXT,
            "Data", ModuleType.DATA,
            "CompiledWasm", ModuleType.COMPILED_WASM);

    private final String file;
    private final LocalDate today;
    private final Problems problems;

    WranglerConfigReader(String file, LocalDate today, Problems problems) {
        this.file = file;
        this.today = today;
        this.problems = problems;
    }

    /// Reads a configuration.
    ///
    /// @return the configuration and where its `main` stands; empty when the text is not a JSON object
    Optional<Result> read(String text, List<BindingDeclaration.Secret> secrets) {
        return read(text, secrets, null, Set.of());
    }

    /// Reads a configuration.
    ///
    /// @param environment name of an environment, null for the top level
    /// @param others names of workers that run beside this one
    /// @return the configuration and where its `main` stands; empty when the text is not a JSON object
    Optional<Result> read(
            String text, List<BindingDeclaration.Secret> secrets, @Nullable String environment, Set<String> others) {
        JsonValue json;
        try {
            json = JsoncReader.read(text);
        } catch (JsoncException broken) {
            problems.error(
                    file,
                    broken.position(),
                    "Not valid JSON: " + broken.getMessage() + ".",
                    "Comments and trailing commas are allowed, all else is as in JSON.");
            return Optional.empty();
        }
        if (!(json instanceof ObjectValue object)) {
            problems.error(file, json.position(), "The configuration must be an object.", "Put it into braces.");
            return Optional.empty();
        }
        var selected = new WranglerEnvironment(object, file, problems).select(environment);
        var top = new ConfigObject(selected, file, "", problems);
        var name = name(top);
        var assets = top.object("assets").flatMap(each -> new AssetsReader(each, problems).read());
        var config = new WranglerConfig(
                file,
                name,
                main(top),
                compatibilityDate(top),
                top.strings("compatibility_flags"),
                new BindingsReader(top, problems, others).read(name, required(top, secrets)),
                rules(top),
                top.object("triggers").map(this::crons).orElse(List.of()),
                top.object("queues")
                        .map(queues -> new QueuesReader(queues, problems).consumers())
                        .orElse(List.of()),
                assets.orElse(null),
                top.object("limits").map(this::limits).orElse(ResourceLimits.NONE),
                otherKeys(top));
        new DurableObjectMigrations(top, problems).check(name, config.bindings());
        return Optional.of(new Result(config, top.positionOf("main")));
    }

    /// The secrets that the worker gets: where it says which it requires, these alone.
    private List<BindingDeclaration.Secret> required(ConfigObject top, List<BindingDeclaration.Secret> secrets) {
        var declared =
                top.object("secrets").filter(each -> each.json().get("required").isPresent());
        if (declared.isEmpty()) {
            return secrets;
        }
        var names = declared.get().strings("required");
        for (var name : names) {
            if (secrets.stream().noneMatch(secret -> secret.name().equals(name))) {
                problems.warning(
                        file,
                        declared.get().positionOf("required"),
                        "The required secret \"" + name + "\" is not set: env." + name + " is undefined.",
                        "Add " + name + "=... to " + DevVars.FILE + ".");
            }
        }
        return secrets.stream().filter(secret -> names.contains(secret.name())).toList();
    }

    private String name(ConfigObject top) {
        var name = top.string("name");
        if (name.isEmpty() && top.json().get("name").isEmpty()) {
            problems.warning(
                    file, top.position(), "\"name\" is missing.", "Add one: Wrangler needs it to deploy the worker.");
        }
        name.filter(text -> !text.matches("[a-z0-9][a-z0-9_-]*"))
                .ifPresent(text -> problems.warning(
                        file,
                        top.positionOf("name"),
                        "Wrangler does not take the name \"" + text + "\".",
                        "Use lower-case letters, digits and dashes only."));
        return name.orElse(DEFAULT_NAME);
    }

    /// Assets alone answer requests; they have no `env`, and no worker that could run first.
    private void withoutMain(ConfigObject top) {
        top.object("assets").ifPresent(assets -> {
            for (var key : List.of("binding", "run_worker_first")) {
                if (assets.json().get(key).isPresent()) {
                    problems.error(
                            file,
                            assets.positionOf(key),
                            "\"assets." + key + "\" needs a worker, and there is no \"main\".",
                            "Add \"main\", or remove the key.");
                }
            }
        });
    }

    /// The main module's path, empty after a problem and for a project of assets alone.
    private String main(ConfigObject top) {
        if (top.json().get("main").isEmpty() && top.json().get("assets").isPresent()) {
            withoutMain(top);
            return "";
        }
        var main = top.required("main");
        if (main.isEmpty()) {
            return "";
        }
        try {
            var path = Path.of(main.get().replace('\\', '/')).normalize();
            if (!path.isAbsolute() && !path.startsWith("..") && !path.toString().isEmpty()) {
                return path.toString().replace('\\', '/');
            }
            problems.error(
                    file,
                    top.positionOf("main"),
                    "\"main\" points outside of the project: " + main.get() + ".",
                    "Write a path that is relative to the project's folder and stays inside of it.");
        } catch (InvalidPathException invalid) {
            problems.error(
                    file,
                    top.positionOf("main"),
                    "\"main\" is not a path: " + invalid.getReason() + ".",
                    "Write a path.");
        }
        return "";
    }

    private String compatibilityDate(ConfigObject top) {
        if (top.json().get("compatibility_date").isEmpty()) {
            problems.warning(
                    file,
                    top.position(),
                    "\"compatibility_date\" is missing.",
                    "Add \"compatibility_date\": \"" + today + "\"; until then today's date is used.");
            return today.toString();
        }
        var position = top.positionOf("compatibility_date");
        var text = top.string("compatibility_date");
        if (text.isEmpty()) {
            return today.toString();
        }
        try {
            if (LocalDate.parse(text.get()).isAfter(today)) {
                problems.warning(
                        file,
                        position,
                        "\"compatibility_date\" lies in the future: " + text.get() + ".",
                        "Cloudflare takes no date after today, " + today + ".");
            }
            return text.get();
        } catch (DateTimeParseException _) {
            problems.error(
                    file,
                    position,
                    "\"compatibility_date\" is not a date: " + text.get() + ".",
                    "Write it as YYYY-MM-DD.");
            return today.toString();
        }
    }

    private List<String> crons(ConfigObject triggers) {
        var crons = triggers.strings("crons");
        for (var cron : crons) {
            try {
                var schedule = CronSchedule.of(cron);
                if (schedule.next(today.atStartOfDay(ZoneOffset.UTC).toInstant())
                        .isEmpty()) {
                    problems.warning(
                            file,
                            triggers.positionOf("crons"),
                            "The cron \"" + cron + "\" never comes.",
                            "Check its day.");
                }
            } catch (IllegalArgumentException wrong) {
                problems.error(
                        file,
                        triggers.positionOf("crons"),
                        "The cron \"" + cron + "\" can't be read: " + wrong.getMessage() + ".",
                        "Write minute, hour, day of the month, month and weekday, for example \"30 7 * * MON-FRI\".");
            }
        }
        return crons;
    }

    private List<ModuleRule> rules(ConfigObject top) {
        List<ModuleRule> rules = new ArrayList<>();
        for (var entry : top.objects("rules")) {
            var typeName = entry.required("type");
            if (typeName.isEmpty()) {
                continue;
            }
            var type = RULE_TYPES.get(typeName.get());
            if (type == null) {
                problems.error(
                        file,
                        entry.positionOf("type"),
                        "There is no module type \"" + typeName.get() + "\" here.",
                        "Use ESModule, CommonJS, Text, Data or CompiledWasm.");
                continue;
            }
            var globs = entry.strings("globs");
            if (globs.isEmpty()) {
                problems.warning(
                        file, entry.position(), "This rule has no \"globs\".", "Add patterns such as \"**/*.md\".");
            }
            rules.add(new ModuleRule(type, globs, entry.flag("fallthrough")));
        }
        var ignored = new ModuleRules(rules).ignored();
        if (!ignored.isEmpty()) {
            var globs = ignored.stream().flatMap(rule -> rule.globs().stream()).toList();
            problems.info(
                    file,
                    top.positionOf("rules"),
                    "Rules after one of the same type have no effect: " + String.join(", ", globs) + ".",
                    "Add \"fallthrough\": true to the earlier rule to keep the later ones.");
        }
        return rules;
    }

    /// What one event of the worker may use, in Wrangler's words.
    private ResourceLimits limits(ConfigObject limits) {
        for (var member : limits.members()) {
            if (!LIMITS.contains(member.key())) {
                problems.warning(
                        file,
                        member.keyPosition(),
                        "\"limits\" has no key \"" + member.key() + "\".",
                        "Wrangler knows \"cpu_ms\" and \"subrequests\".");
            }
        }
        return new ResourceLimits(limit(limits, "cpu_ms", Limit.CPU), limit(limits, "subrequests", Limit.SUBREQUESTS));
    }

    private static long limit(ConfigObject limits, String key, Limit limit) {
        return limits.wholeNumber(key, limit.least(), limit.most()).orElse(-1L);
    }

    private Map<String, String> otherKeys(ConfigObject top) {
        Map<String, String> others = new LinkedHashMap<>();
        for (var member : top.members()) {
            var key = member.key();
            if (WranglerKeys.UNDERSTOOD.contains(key)) {
                continue;
            }
            others.put(key, member.value().toJson());
            if (WranglerKeys.NOT_FOLLOWED.contains(key)) {
                problems.info(
                        file,
                        member.keyPosition(),
                        "\"" + key + "\" is kept, but the playground does not follow it.",
                        "Wrangler does.");
            } else if (!WranglerKeys.WITHOUT_MEANING_HERE.contains(key)
                    && !WranglerKeys.FOREIGN_BINDINGS.containsKey(key)) {
                problems.info(
                        file,
                        member.keyPosition(),
                        "The playground does not know the key \"" + key + "\".",
                        "It is kept; check its spelling.");
            }
        }
        return others;
    }

    /// What was read.
    ///
    /// @param mainPosition where the value of `main` stands
    record Result(WranglerConfig config, SourcePosition mainPosition) {}
}
