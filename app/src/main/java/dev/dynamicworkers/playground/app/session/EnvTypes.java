package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.core.project.BindingDeclaration;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The `Env` of a worker as TypeScript declares it, made of its bindings.
final class EnvTypes {
    /// Of a worker whose bindings are not known: anything may be in it.
    static final String UNKNOWN = "interface Env { [name: string]: any }\n";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EnvTypes() {}

    static String of(List<BindingDeclaration> bindings) {
        return bindings.stream()
                .map(binding -> "  " + JSON.writeValueAsString(binding.name()) + ": " + type(binding) + ";\n")
                .collect(Collectors.joining("", "interface Env {\n", "}\n"));
    }

    private static String type(BindingDeclaration binding) {
        return switch (binding) {
            case BindingDeclaration.Text text -> "string";
            case BindingDeclaration.Json json -> ofJson(json.json());
            case BindingDeclaration.Secret secret -> "string";
            case BindingDeclaration.WorkerLoader loader -> "WorkerLoader";
            case BindingDeclaration.Service service -> "Fetcher";
            case BindingDeclaration.DurableObject object -> "DurableObjectNamespace";
            case BindingDeclaration.Kv kv -> "KVNamespace";
            case BindingDeclaration.R2 bucket -> "R2Bucket";
            case BindingDeclaration.D1 database -> "D1Database";
            case BindingDeclaration.Analytics dataset -> "AnalyticsEngineDataset";
            case BindingDeclaration.RateLimit limit -> "RateLimit";
            case BindingDeclaration.Version version -> "WorkerVersionMetadata";
            case BindingDeclaration.Queue queue -> "Queue";
            case BindingDeclaration.Assets assets -> "Fetcher";
            case BindingDeclaration.Unsupported other -> "any";
        };
    }

    private static String ofJson(String json) {
        try {
            return ofJson(JSON.readTree(json));
        } catch (JacksonException e) {
            return "any";
        }
    }

    private static String ofJson(JsonNode value) {
        if (value.isObject()) {
            return value.properties().stream()
                    .map(entry -> JSON.writeValueAsString(entry.getKey()) + ": " + ofJson(entry.getValue()))
                    .collect(Collectors.joining("; ", "{ ", " }"));
        }
        if (value.isArray()) {
            String entries =
                    value.valueStream().map(EnvTypes::ofJson).distinct().collect(Collectors.joining(" | "));
            return "(" + (entries.isEmpty() ? "any" : entries) + ")[]";
        }
        return value.isNumber() ? "number" : value.isBoolean() ? "boolean" : value.isNull() ? "null" : "string";
    }
}
