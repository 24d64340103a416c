package dev.dynamicworkers.playground.core.binding.loader;

import dev.dynamicworkers.playground.core.io.EntrypointChannel;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.IoHostFunctions;
import dev.dynamicworkers.playground.core.io.Outbound;
import dev.dynamicworkers.playground.core.io.PositionMapper;
import dev.dynamicworkers.playground.core.io.ServiceChannel;
import dev.dynamicworkers.playground.core.io.WorkerInstance;
import dev.dynamicworkers.playground.core.io.WorkerLoaderChannel;
import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import dev.dynamicworkers.playground.core.js.HostCall;
import dev.dynamicworkers.playground.core.js.HostFunctions;
import dev.dynamicworkers.playground.core.rpc.Payloads;
import dev.dynamicworkers.playground.core.worker.Compatibility;
import dev.dynamicworkers.playground.core.worker.ResourceLimits;
import dev.dynamicworkers.playground.core.worker.WorkerCode;
import dev.dynamicworkers.playground.core.worker.WorkerModule;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/// Host functions of the Worker Loader.
public final class LoaderHostFunctions {
    private final WorkerLoaderChannel loaders;
    private final Function<ServiceChannel, Outbound> outboundOf;

    private LoaderHostFunctions(WorkerLoaderChannel loaders, Function<ServiceChannel, Outbound> outboundOf) {
        this.loaders = loaders;
        this.outboundOf = outboundOf;
    }

    /// @param outboundOf makes an outbound of a stub
    public static void register(
            HostFunctions table, WorkerLoaderChannel loaders, Function<ServiceChannel, Outbound> outboundOf) {
        LoaderHostFunctions self = new LoaderHostFunctions(loaders, outboundOf);
        table.add("loader.checkCompatibility", LoaderHostFunctions::checkCompatibility);
        table.add("loader.today", call -> LocalDate.now(ZoneOffset.UTC).toString());
        table.add("loader.utf8Length", call -> call.string(0).getBytes(StandardCharsets.UTF_8).length);
        table.add("loader.load", self::load);
        table.add("loader.get", self::get);
        table.add("loader.provide", self::provide);
        table.add("loader.fail", LoaderHostFunctions::fail);
        table.add("loader.entrypoint", LoaderHostFunctions::entrypoint);
    }

    private static Object checkCompatibility(HostCall call) {
        String given = call.stringOrNull(1);
        List<String> flags = given == null ? List.of() : List.of(given.split("\n", -1));
        boolean callerIsExperimental = call.isolate().attachment() instanceof WorkerInstance worker
                && worker.flags().contains("experimental");
        try {
            return String.join(" ", Compatibility.resolve(call.string(0), flags, call.bool(2), callerIsExperimental));
        } catch (IllegalArgumentException e) {
            throw GuestThrow.error(String.valueOf(e.getMessage()));
        }
    }

    /// A handle that ends with the invocation, as stubs of dynamic workers do.
    private static int own(HostCall call, Object object) {
        return IoHostFunctions.current(call).holdings().importOwn(object);
    }

    private Object load(HostCall call) {
        WorkerInstance creator = WorkerInstance.of(call.isolate());
        return own(call, loaders.get(call.integer(0), null, creator).worker());
    }

    private Object get(HostCall call) {
        WorkerInstance creator = WorkerInstance.of(call.isolate());
        WorkerLoaderChannel.Loaded loaded = loaders.get(call.integer(0), call.stringOrNull(1), creator);
        int handle = own(call, loaded.worker());
        return loaded.needsCode() ? -handle : handle;
    }

    private @Nullable Object provide(HostCall call) {
        WorkerLoaderChannel.DynamicWorker target = call.handle(0, WorkerLoaderChannel.DynamicWorker.class);
        Map<String, WorkerModule> modules = modules(call.value(2), call.value(3), call.value(4));
        List<String> flags =
                call.string(6).isEmpty() ? List.of() : List.of(call.string(6).split(" "));
        ResourceLimits limits = new ResourceLimits(call.longValue(14), call.longValue(15));
        WorkerCode code = new WorkerCode(call.string(1), modules, call.string(5), flags, limits);
        target.provide(new WorkerLoaderChannel.Setup(
                code,
                Payloads.read(call, 7),
                outbound(call, 11),
                channels(call, call.value(12)),
                channels(call, call.value(13))));
        return null;
    }

    private static Map<String, WorkerModule> modules(Value names, Value kinds, Value contents) {
        Map<String, WorkerModule> modules = new LinkedHashMap<>();
        for (long i = 0; i < names.getArraySize(); i++) {
            Value content = contents.getArrayElement(i);
            modules.put(
                    names.getArrayElement(i).asString(),
                    switch (kinds.getArrayElement(i).asString()) {
                        case "js" -> new WorkerModule.EsModule(content.asString());
                        case "ts" -> new WorkerModule.TypeScriptModule(content.asString());
                        case "cjs" -> new WorkerModule.CommonJsModule(content.asString());
                        case "text" -> new WorkerModule.TextModule(content.asString());
                        case "json" -> new WorkerModule.JsonModule(content.asString());
                        case "data" -> new WorkerModule.DataModule(HostCall.bytesOf(content));
                        default -> new WorkerModule.WasmModule(HostCall.bytesOf(content));
                    });
        }
        return modules;
    }

    /// 0: as the creator's, -1: none, otherwise a handle.
    private @Nullable Outbound outbound(HostCall call, int at) {
        int handle = call.integer(at);
        if (handle == 0) {
            return WorkerInstance.of(call.isolate()).outbound();
        }
        return handle < 0 ? null : outboundOf.apply(call.isolate().handles().get(handle, ServiceChannel.class));
    }

    private static List<EntrypointChannel> channels(HostCall call, Value handles) {
        List<EntrypointChannel> channels = new ArrayList<>();
        for (long i = 0; i < handles.getArraySize(); i++) {
            EntrypointChannel channel = call.isolate()
                    .handles()
                    .get(handles.getArrayElement(i).asInt(), ServiceChannel.class)
                    .entrypointChannel();
            if (channel == null) {
                throw GuestThrow.typeError("A tail has to be an entrypoint of a worker that may be used.");
            }
            channels.add(channel);
        }
        return channels;
    }

    private static @Nullable Object fail(HostCall call) {
        WorkerLoaderChannel.DynamicWorker target = call.handle(0, WorkerLoaderChannel.DynamicWorker.class);
        target.fail(Failure.of(call.string(1), "Error", "The loader's callback failed.", null, PositionMapper.IDENTITY)
                .local());
        return null;
    }

    private static Object entrypoint(HostCall call) {
        WorkerLoaderChannel.DynamicWorker target = call.handle(0, WorkerLoaderChannel.DynamicWorker.class);
        ResourceLimits limits = new ResourceLimits(call.longValue(6), call.longValue(7));
        return own(call, new EntrypointChannel(target, call.string(1), Payloads.read(call, 2), limits));
    }
}
