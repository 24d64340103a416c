package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.binding.durableobject.BoundNamespace;
import dev.dynamicworkers.playground.core.binding.durableobject.DurableObjectHost;
import dev.dynamicworkers.playground.core.binding.durableobject.ObjectNamespace;
import dev.dynamicworkers.playground.core.host.assets.AssetService;
import dev.dynamicworkers.playground.core.host.overlay.GrantDesk;
import dev.dynamicworkers.playground.core.io.EntrypointChannel;
import dev.dynamicworkers.playground.core.io.Json;
import dev.dynamicworkers.playground.core.io.Payload;
import dev.dynamicworkers.playground.core.io.WorkerChannel;
import dev.dynamicworkers.playground.core.io.WorkerInstance;
import dev.dynamicworkers.playground.core.isolate.Isolate;
import dev.dynamicworkers.playground.core.project.BindingDeclaration;
import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.worker.ResourceLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes the parent worker's `env` as the configuration declares it. Runs on the event loop's thread.
final class ParentBindings {
    private ParentBindings() {}

    static Bindings make(
            Project project,
            WorkerInstance instance,
            WorkerChannel parent,
            Map<String, String> loaderIds,
            DurableObjectHost durableObjects,
            GrantDesk grants,
            BindingHost stored,
            @Nullable AssetService assets) {
        Isolate isolate = instance.isolate();
        List<String> values = new ArrayList<>();
        List<String> objects = new ArrayList<>();
        List<String> loaders = new ArrayList<>();
        for (BindingDeclaration binding : project.config().bindings()) {
            String name = binding.name();
            switch (binding) {
                case BindingDeclaration.Text(var key, var value) -> values.add(entry(key, Json.quote(value)));
                case BindingDeclaration.Secret(var key, var value) -> values.add(entry(key, Json.quote(value)));
                case BindingDeclaration.Json(var key, var json) -> values.add(entry(key, json));
                case BindingDeclaration.WorkerLoader loader -> {
                    String id = loaderIds.getOrDefault(name, "binding " + name);
                    if (!loaders.contains(id)) {
                        loaders.add(id);
                    }
                    int number = loaders.indexOf(id) + 1;
                    grants.loader(number, name);
                    objects.add(object("loader", name, number));
                }
                case BindingDeclaration.Service service
                when service.service().equals(project.config().name()) -> {
                    String entrypoint = service.entrypoint() == null ? "default" : service.entrypoint();
                    String props = service.props();
                    Payload payload =
                            props == null ? null : new Payload(props, /* special= */ false, List.of(), List.of());
                    var channel = new EntrypointChannel(parent, entrypoint, payload, ResourceLimits.NONE);
                    objects.add(object("service", name, isolate.handles().put(grants.grant(instance, name, channel))));
                }
                case BindingDeclaration.Service service ->
                    objects.add(unsupported(name, "a service of another worker, \"" + service.service() + "\""));
                case BindingDeclaration.DurableObject object -> {
                    ObjectNamespace namespace = object.script() == null
                                    || object.script().equals(project.config().name())
                            ? durableObjects.namespace(object.className())
                            : null;
                    objects.add(
                            namespace == null
                                    ? unsupported(name, "a Durable Object namespace of another worker")
                                    : object(
                                            "durableObject",
                                            name,
                                            isolate.handles()
                                                    .put(new BoundNamespace(
                                                            namespace,
                                                            service -> grants.grant(instance, name, service)))));
                }
                case BindingDeclaration.Version(var key) -> values.add(entry(key, stored.version()));
                case BindingDeclaration.Kv kv -> objects.add(stored(kv, isolate, stored));
                case BindingDeclaration.R2 r2 -> objects.add(stored(r2, isolate, stored));
                case BindingDeclaration.D1 d1 -> objects.add(stored(d1, isolate, stored));
                case BindingDeclaration.Analytics analytics -> objects.add(stored(analytics, isolate, stored));
                case BindingDeclaration.RateLimit limit -> objects.add(stored(limit, isolate, stored));
                case BindingDeclaration.Assets own ->
                    objects.add(object(
                            "service",
                            name,
                            isolate.handles().put(grants.grant(instance, name, Objects.requireNonNull(assets)))));
                case BindingDeclaration.Queue queue -> objects.add(stored(queue, isolate, stored));
                case BindingDeclaration.Unsupported other ->
                    objects.add(unsupported(name, "a binding of kind \"" + other.kind() + "\""));
            }
        }
        Payload env = new Payload("{" + String.join(",", values) + "}", /* special= */ false, List.of(), List.of());
        return new Bindings(env, objects.isEmpty() ? null : String.join("\n", objects));
    }

    private static String stored(BindingDeclaration declaration, Isolate isolate, BindingHost host) {
        Object object = Objects.requireNonNull(host.object(declaration));
        return object(
                BindingHost.kind(declaration),
                declaration.name(),
                isolate.handles().put(object));
    }

    private static String object(String kind, String name, int handle) {
        return kind + "\t" + name + "\t" + handle;
    }

    private static String unsupported(String name, String what) {
        return "unsupported\t" + name + "\t0\t" + what;
    }

    private static String entry(String key, String json) {
        return Json.quote(key) + ":" + json;
    }
}
