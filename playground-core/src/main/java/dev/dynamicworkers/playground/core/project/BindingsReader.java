package dev.dynamicworkers.playground.core.project;

import dev.dynamicworkers.playground.core.json.JsonValue;
import dev.dynamicworkers.playground.core.json.JsonValue.ArrayValue;
import dev.dynamicworkers.playground.core.json.JsonValue.NumberValue;
import dev.dynamicworkers.playground.core.json.JsonValue.ObjectValue;
import dev.dynamicworkers.playground.core.json.JsonValue.StringValue;
import dev.dynamicworkers.playground.core.json.SourcePosition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the bindings out of the top-level object. For one reading.
final class BindingsReader {
    private final ConfigObject top;
    private final Problems problems;
    private final Set<String> others;
    private final Map<String, BindingDeclaration> byName = new LinkedHashMap<>();

    /// @param others names of workers that run beside this one
    BindingsReader(ConfigObject top, Problems problems, Set<String> others) {
        this.others = others;
        this.top = top;
        this.problems = problems;
    }

    /// All bindings in order of their kinds, with secrets taking the place of variables of the same name.
    ///
    /// @param worker the project's own name
    List<BindingDeclaration> read(String worker, List<BindingDeclaration.Secret> secrets) {
        variables();
        for (var secret : secrets) {
            byName.put(secret.name(), secret);
        }
        each("worker_loaders", "binding", (name, entry) -> new BindingDeclaration.WorkerLoader(name));
        each("services", "binding", (name, entry) -> service(name, entry, worker));
        top.object("durable_objects")
                .ifPresent(objects ->
                        each(objects, "bindings", "name", (name, entry) -> durableObject(name, entry, worker)));
        each(
                "kv_namespaces",
                "binding",
                (name, entry) ->
                        new BindingDeclaration.Kv(name, entry.string("id").orElse(null)));
        each(
                "r2_buckets",
                "binding",
                (name, entry) -> new BindingDeclaration.R2(
                        name, entry.string("bucket_name").orElse(null)));
        each(
                "d1_databases",
                "binding",
                (name, entry) -> new BindingDeclaration.D1(
                        name,
                        entry.string("database_name").orElse(null),
                        entry.string("database_id").orElse(null),
                        entry.string("migrations_dir").orElse("migrations"),
                        entry.string("migrations_table").orElse("d1_migrations")));
        each(
                "analytics_engine_datasets",
                "binding",
                (name, entry) -> new BindingDeclaration.Analytics(
                        name, entry.string("dataset").orElse(name)));
        each("ratelimits", "name", this::rateLimit);
        top.object("version_metadata")
                .ifPresent(entry -> entry.required("binding")
                        .ifPresent(name -> add(new BindingDeclaration.Version(name), entry.positionOf("binding"))));
        top.object("queues")
                .ifPresent(
                        queues -> each(queues, "producers", "binding", new QueuesReader(queues, problems)::producer));
        top.object("assets")
                .ifPresent(assets -> assets.string("binding")
                        .ifPresent(name -> add(new BindingDeclaration.Assets(name), assets.positionOf("binding"))));
        foreign();
        return new ArrayList<>(byName.values());
    }

    private void variables() {
        top.object("vars").ifPresent(vars -> {
            for (var member : vars.members()) {
                var name = member.key();
                add(
                        member.value() instanceof StringValue text
                                ? new BindingDeclaration.Text(name, text.value())
                                : new BindingDeclaration.Json(
                                        name, member.value().toJson()),
                        member.keyPosition());
            }
        });
    }

    private BindingDeclaration service(String name, ConfigObject entry, String worker) {
        var service = entry.required("service").orElse(worker);
        if (!service.equals(worker) && !others.contains(service)) {
            problems.warning(
                    top.file(),
                    entry.positionOf("service"),
                    "The service \"" + service + "\" is another worker, which does not run here.",
                    "Pair its project with --with DIR or in " + PlaygroundFile.NAME + " (\"services\": { \"" + service
                            + "\": \"../folder\" }), or name this worker, \"" + worker + "\".");
        }
        return new BindingDeclaration.Service(
                name,
                service,
                entry.string("entrypoint").orElse(null),
                entry.object("props").map(props -> props.json().toJson()).orElse(null));
    }

    private BindingDeclaration durableObject(String name, ConfigObject entry, String worker) {
        entry.string("script_name")
                .filter(script -> !script.equals(worker) && !others.contains(script))
                .ifPresent(script -> problems.warning(
                        top.file(),
                        entry.positionOf("script_name"),
                        "The Durable Object class of \"" + name + "\" is in another worker, \"" + script
                                + "\", which does not run here.",
                        "Pair its project with --with DIR or in " + PlaygroundFile.NAME
                                + " (\"services\"), or leave \"script_name\" out to use a class of this worker."));
        return new BindingDeclaration.DurableObject(
                name,
                entry.required("class_name").orElse(""),
                entry.string("script_name").orElse(null));
    }

    private BindingDeclaration rateLimit(String name, ConfigObject entry) {
        var simple = entry.object("simple");
        int limit = simple.map(each -> number(each, "limit")).orElse(0);
        int period = simple.map(each -> number(each, "period")).orElse(0);
        if (limit < 1 || (period != 10 && period != 60)) {
            problems.error(
                    top.file(),
                    entry.position(),
                    "The rate limit \"" + name
                            + "\" has no \"simple\" with a \"limit\" from 1 on and a \"period\" of 10"
                            + " or 60 seconds.",
                    "Write \"simple\": { \"limit\": 100, \"period\": 60 }.");
        }
        return new BindingDeclaration.RateLimit(name, limit, period);
    }

    private static int number(ConfigObject object, String key) {
        return object.json().get(key).orElse(null) instanceof NumberValue number
                ? number.value().intValue()
                : 0;
    }

    /// Bindings of other products: one object or an array of them, each with a `binding` or a `name`.
    private void foreign() {
        for (var member : top.members()) {
            var product = WranglerKeys.FOREIGN_BINDINGS.get(member.key());
            if (product != null) {
                List<JsonValue> entries =
                        member.value() instanceof ArrayValue array ? array.elements() : List.of(member.value());
                for (var entry : entries) {
                    if (entry instanceof ObjectValue object
                            && object.get("binding")
                                            .or(() -> object.get("name"))
                                            .orElse(null)
                                    instanceof StringValue name) {
                        problems.warning(
                                top.file(),
                                object.position(),
                                "The " + product + " binding \"" + name.value() + "\" is not available offline.",
                                "Code that uses it fails here, unless a fixture in " + PlaygroundFile.NAME
                                        + " answers for it; it works on Cloudflare.");
                        add(new BindingDeclaration.Unsupported(name.value(), member.key()), object.position());
                    }
                }
            }
        }
    }

    private void each(String key, String nameKey, BindingMaker maker) {
        each(top, key, nameKey, maker);
    }

    private void each(ConfigObject parent, String key, String nameKey, BindingMaker maker) {
        for (var entry : parent.objects(key)) {
            entry.required(nameKey).ifPresent(name -> add(maker.make(name, entry), entry.positionOf(nameKey)));
        }
    }

    private void add(BindingDeclaration binding, SourcePosition position) {
        if (byName.putIfAbsent(binding.name(), binding) != null) {
            problems.error(
                    top.file(),
                    position,
                    "The name \"" + binding.name() + "\" is bound twice.",
                    "Give one of the bindings another name.");
        }
    }

    /// Makes a binding of an entry of the configuration.
    private interface BindingMaker {
        BindingDeclaration make(String name, ConfigObject entry);
    }
}
