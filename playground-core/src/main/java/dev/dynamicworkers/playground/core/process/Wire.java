package dev.dynamicworkers.playground.core.process;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.dynamicworkers.playground.core.debug.Look;
import dev.dynamicworkers.playground.core.project.BindingDeclaration;
import dev.dynamicworkers.playground.core.runtime.EventResult;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.RequestBody;
import dev.dynamicworkers.playground.core.state.StateAnswer;
import dev.dynamicworkers.playground.core.state.StateQuery;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.worker.WorkerModule;
import java.util.List;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// The JSON in frames: records as objects, cases of a sealed interface told apart by their simple name.
/// Both ends are of one build, so there is no version to agree on. Safe on any thread.
final class Wire {
    /// How many bytes of a body may be under way before the receiver asks for more.
    static final int WINDOW = 256 * 1024;

    /// What a message of the application may hold: projects are large.
    static final int MOST_FROM_APPLICATION = Integer.MAX_VALUE - 64;

    /// What a message of an engine process may hold, so that the application can take it.
    static final int MOST_FROM_ENGINE = 64 << 20;

    /// How deep values may be nested: results are shallow.
    private static final int MOST_DEPTH = 64;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_DEPTH)
                            .maxStringLength(MOST_FROM_APPLICATION)
                            .build())
                    .build())
            // The JSON library's module does not read this one, so its method handles need members made accessible;
            // all are public members of exported packages, which the module system allows without opening any.
            .enable(MapperFeature.OVERRIDE_PUBLIC_ACCESS_MODIFIERS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addMixIn(Invocation.class, Case.class)
            .addMixIn(Look.class, Case.class)
            .addMixIn(EventResult.class, Case.class)
            .addMixIn(RequestBody.class, Case.class)
            .addMixIn(TailEvent.class, Case.class)
            .addMixIn(StateQuery.class, Case.class)
            .addMixIn(StateAnswer.class, Case.class)
            .addMixIn(BindingDeclaration.class, Case.class)
            .addMixIn(WorkerModule.class, Case.class)
            // A component is what a record says it is, not every method that looks like a property.
            .changeDefaultVisibility(visibility -> visibility.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            .build();

    private Wire() {}

    /// Writes one value.
    static byte[] write(Object value) {
        return JSON.writeValueAsBytes(value);
    }

    /// Writes several values of different types as one array.
    static byte[] writeAll(Object... values) {
        var array = JSON.createArrayNode();
        for (var value : values) {
            // Each as a root value: elements of an Object array would lose the name of their case.
            array.add(JSON.<JsonNode>valueToTree(value));
        }
        return JSON.writeValueAsBytes(array);
    }

    /// Writes a list of values of one type.
    static <T> byte[] writeList(List<T> values, Class<T> type) {
        return JSON.writerFor(JSON.getTypeFactory().constructCollectionType(List.class, type))
                .writeValueAsBytes(values);
    }

    /// Reads one value.
    static <T> T read(byte[] payload, Class<T> type) {
        return JSON.readValue(payload, type);
    }

    /// Reads a list of values.
    static <T> List<T> readList(byte[] payload, Class<T> type) {
        return JSON.readValue(payload, JSON.getTypeFactory().constructCollectionType(List.class, type));
    }

    /// Reads what [#writeAll] wrote, for [#part].
    static JsonNode readAll(byte[] payload) {
        return JSON.readTree(payload);
    }

    /// One value of an array.
    static <T> T part(JsonNode values, int index, Class<T> type) {
        return JSON.treeToValue(values.get(index), type);
    }

    /// Marks a sealed interface.
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "case")
    private interface Case {}
}
