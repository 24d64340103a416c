package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.binding.durableobject.BoundNamespace;
import dev.dynamicworkers.playground.core.binding.durableobject.DurableObjectHost;
import dev.dynamicworkers.playground.core.binding.durableobject.ObjectNamespace;
import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.host.overlay.GrantDesk;
import dev.dynamicworkers.playground.core.io.Json;
import dev.dynamicworkers.playground.core.io.Payload;
import dev.dynamicworkers.playground.core.io.ServiceChannel;
import dev.dynamicworkers.playground.core.io.WorkerInstance;
import dev.dynamicworkers.playground.core.project.BindingDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes the `env` of a worker as the configuration of its folder declares it, for one start. Runs on the event loop's
/// thread.
final class ParentBindings {
    /// How many loaders one worker may have, so that those of paired workers have numbers of their own.
    private static final int MOST_LOADERS = 10_000;

    private final ProjectWorker worker;
    private final WorkerInstance instance;
    private final Surroundings surroundings;
    private final List<String> values = new ArrayList<>();
    private final List<String> objects = new ArrayList<>();
    private final List<String> loaders = new ArrayList<>();

    /// What bindings reach beside their own worker.
    ///
    /// @param peers the workers of the run by name
    /// @param loaderIds name spaces of loader bindings by binding
    record Surroundings(
            EventLoop loop,
            GrantDesk grants,
            Function<String, @Nullable ProjectWorker> peers,
            Map<String, String> loaderIds) {}

    private ParentBindings(ProjectWorker worker, WorkerInstance instance, Surroundings surroundings) {
        this.worker = worker;
        this.instance = instance;
        this.surroundings = surroundings;
    }

    static Bindings make(ProjectWorker worker, WorkerInstance instance, Surroundings surroundings) {
        return new ParentBindings(worker, instance, surroundings).make();
    }

    private Bindings make() {
        for (BindingDeclaration binding : worker.project().config().bindings()) {
            String name = binding.name();
            switch (binding) {
                case BindingDeclaration.Text(var key, var value) -> values.add(entry(key, Json.quote(value)));
                case BindingDeclaration.Secret(var key, var value) -> values.add(entry(key, Json.quote(value)));
                case BindingDeclaration.Json(var key, var json) -> values.add(entry(key, json));
                case BindingDeclaration.Version(var key) ->
                    values.add(entry(key, worker.bindings().version()));
                case BindingDeclaration.WorkerLoader loader -> loader(name);
                case BindingDeclaration.Service service ->
                    add("service", name, granted(name, service(service)), target(service), service.props());
                case BindingDeclaration.DurableObject object ->
                    add(
                            "durableObject",
                            name,
                            new BoundNamespace(namespace(object), service -> granted(name, service)),
                            "class " + object.className()
                                    + (object.script() == null ? "" : " of worker " + object.script()),
                            null);
                case BindingDeclaration.Kv kv -> stored(kv);
                case BindingDeclaration.R2 r2 -> stored(r2);
                case BindingDeclaration.D1 d1 -> stored(d1);
                case BindingDeclaration.Analytics analytics -> stored(analytics);
                case BindingDeclaration.RateLimit limit -> stored(limit);
                case BindingDeclaration.Queue queue -> stored(queue);
                case BindingDeclaration.Assets own ->
                    add("service", name, granted(name, Objects.requireNonNull(worker.assets())), "static assets", null);
                case BindingDeclaration.Unsupported other ->
                    objects.add("unsupported\t" + name + "\t0\ta binding of kind \"" + other.kind() + "\"");
            }
        }
        Payload env = Payload.ofJson("{" + String.join(",", values) + "}");
        return new Bindings(env, objects.isEmpty() ? null : String.join("\n", objects));
    }

    private void loader(String name) {
        String id = surroundings.loaderIds.getOrDefault(name, "binding " + name);
        if (!loaders.contains(id)) {
            loaders.add(id);
        }
        int number = worker.number() * MOST_LOADERS + loaders.indexOf(id) + 1;
        surroundings.grants.loader(number, name);
        objects.add("loader\t" + name + "\t" + number);
    }

    /// An own entrypoint, or one of another worker. Requests to the default one of another worker come to it as those
    /// from outside do, by its assets.
    private ServiceChannel service(BindingDeclaration.Service service) {
        String entrypoint = service.entrypoint() == null ? "default" : service.entrypoint();
        String props = service.props();
        Payload payload = props == null ? null : Payload.ofJson(props);
        ProjectWorker target = surroundings.peers.apply(service.service());
        if (target == null) {
            return new MissingWorker(service.service(), entrypoint);
        }
        return target != worker && service.entrypoint() == null && props == null
                ? target.front()
                : target.entrypoint(entrypoint, payload);
    }

    private ObjectNamespace namespace(BindingDeclaration.DurableObject object) {
        String script = object.script() == null ? worker.name() : object.script();
        ProjectWorker target = surroundings.peers.apply(script);
        ObjectNamespace namespace =
                target == null ? null : target.durableObjects().namespace(object.className());
        if (namespace != null) {
            return namespace;
        }
        String className = object.className();
        DurableObjectHost nowhere = new DurableObjectHost(
                surroundings.loop,
                null,
                null,
                new DurableObjectHost.Declarations(script, Set.of(className), Set.of(className)),
                () -> MissingWorker.ofObject(className, script));
        return Objects.requireNonNull(nowhere.namespace(className));
    }

    private ServiceChannel granted(String name, ServiceChannel service) {
        return surroundings.grants.grant(instance, name, service);
    }

    private void stored(BindingDeclaration declaration) {
        add(
                BindingHost.kind(declaration),
                declaration.name(),
                Objects.requireNonNull(worker.bindings().object(declaration)),
                target(declaration),
                null);
    }

    private static String target(BindingDeclaration.Service service) {
        return "worker " + service.service()
                + (service.entrypoint() == null ? "" : ", entrypoint " + service.entrypoint());
    }

    private static String target(BindingDeclaration declaration) {
        return switch (declaration) {
            case BindingDeclaration.Kv kv -> "namespace " + kv.key();
            case BindingDeclaration.R2 bucket -> "bucket " + bucket.key();
            case BindingDeclaration.D1 database -> "database " + database.key();
            case BindingDeclaration.Analytics analytics -> "dataset " + analytics.dataset();
            case BindingDeclaration.Queue queue -> "queue " + queue.queue();
            case BindingDeclaration.RateLimit limit -> limit.limit() + " in " + limit.periodSeconds() + " s";
            default -> "";
        };
    }

    /// @param target what it refers to, in a few words
    /// @param props JSON for `ctx.props`, null for none
    private void add(String kind, String name, Object object, String target, @Nullable String props) {
        objects.add(String.join(
                "\t",
                kind,
                name,
                String.valueOf(instance.isolate().handles().put(object)),
                "",
                target.replaceAll("\\s", " "),
                props == null ? "" : props.replaceAll("\\s", " ")));
    }

    private static String entry(String key, String json) {
        return Json.quote(key) + ":" + json;
    }
}
