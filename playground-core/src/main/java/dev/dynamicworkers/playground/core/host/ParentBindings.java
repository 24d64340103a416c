package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.binding.durableobject.DurableObjectHost;
import dev.dynamicworkers.playground.core.binding.durableobject.ObjectNamespace;
import dev.dynamicworkers.playground.core.io.EntrypointChannel;
import dev.dynamicworkers.playground.core.io.Json;
import dev.dynamicworkers.playground.core.io.Payload;
import dev.dynamicworkers.playground.core.io.WorkerChannel;
import dev.dynamicworkers.playground.core.isolate.Isolate;
import dev.dynamicworkers.playground.core.project.BindingDeclaration;
import dev.dynamicworkers.playground.core.project.Project;
import dev.dynamicworkers.playground.core.worker.ResourceLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The parent worker's `env` as the configuration declares it.
///
/// @param env plain values
/// @param objects the others, in the form of runtime source `binding/env`, or null when there are none
record ParentBindings(Payload env, @Nullable String objects) {
    static ParentBindings make(
            Project project,
            Isolate isolate,
            WorkerChannel parent,
            Map<String, String> loaderIds,
            DurableObjectHost durableObjects) {
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
                    objects.add("loader " + name + " " + (loaders.indexOf(id) + 1));
                }
                case BindingDeclaration.Service service -> {
                    String entrypoint = service.entrypoint() == null ? "default" : service.entrypoint();
                    String props = service.props();
                    Payload payload =
                            props == null ? null : new Payload(props, /* special= */ false, List.of(), List.of());
                    objects.add("service " + name + " "
                            + isolate.handles()
                                    .put(new EntrypointChannel(parent, entrypoint, payload, ResourceLimits.NONE)));
                }
                case BindingDeclaration.DurableObject object -> {
                    ObjectNamespace namespace = durableObjects.namespace(object.className());
                    if (namespace != null) {
                        objects.add("durableObject " + name + " "
                                + isolate.handles().put(namespace));
                    }
                }
                default -> {
                    // Reported by the project's reader as not run yet; the property is absent.
                }
            }
        }
        Payload env = new Payload("{" + String.join(",", values) + "}", /* special= */ false, List.of(), List.of());
        return new ParentBindings(env, objects.isEmpty() ? null : String.join("\n", objects));
    }

    private static String entry(String key, String json) {
        return Json.quote(key) + ":" + json;
    }
}
