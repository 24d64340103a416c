package dev.dynamicworkers.playground.core.modules;

import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import dev.dynamicworkers.playground.core.js.HostCall;
import dev.dynamicworkers.playground.core.js.HostFunctions;
import dev.dynamicworkers.playground.core.worker.WorkerModule;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What generated modules ask the host for: the value of a data module, the function of a CommonJS module.
public final class ModuleHostFunctions {
    private final Function<HostCall, ModuleTable> tables;

    private ModuleHostFunctions(Function<HostCall, ModuleTable> tables) {
        this.tables = tables;
    }

    /// @param tables finds the module table of the isolate that calls
    public static void register(HostFunctions functions, Function<HostCall, ModuleTable> tables) {
        ModuleHostFunctions self = new ModuleHostFunctions(tables);
        functions.add("modules.kind", self::kind);
        functions.add("modules.text", self::text);
        functions.add("modules.bytes", self::bytes);
        functions.add("modules.names", call -> tables.apply(call).names().toArray());
        functions.add("modules.content", self::content);
        functions.add("modules.resolve", self::resolve);
        functions.add("modules.compile", self::compile);
        functions.add("modules.script", self::script);
    }

    private WorkerModule module(HostCall call) {
        WorkerModule module = tables.apply(call).module(call.string(0));
        if (module == null) {
            throw GuestThrow.error("No such module \"" + call.string(0) + "\".");
        }
        return module;
    }

    private Object kind(HostCall call) {
        return switch (module(call)) {
            case WorkerModule.EsModule m -> "js";
            case WorkerModule.TypeScriptModule m -> "js";
            case WorkerModule.CommonJsModule m -> "cjs";
            case WorkerModule.TextModule m -> "text";
            case WorkerModule.DataModule m -> "data";
            case WorkerModule.JsonModule m -> "json";
            case WorkerModule.WasmModule m -> "wasm";
        };
    }

    private @Nullable Object text(HostCall call) {
        return switch (module(call)) {
            case WorkerModule.TextModule m -> m.text();
            case WorkerModule.JsonModule m -> m.text();
            default -> null;
        };
    }

    private @Nullable Object bytes(HostCall call) {
        return switch (module(call)) {
            case WorkerModule.DataModule m -> m.bytes();
            case WorkerModule.WasmModule m -> m.bytes();
            default -> null;
        };
    }

    /// The bytes of a module as a file.
    private Object content(HostCall call) {
        String source = tables.apply(call).scriptOf(call.string(0));
        if (source != null) {
            return source.getBytes(StandardCharsets.UTF_8);
        }
        return switch (module(call)) {
            case WorkerModule.EsModule m -> m.source().getBytes(StandardCharsets.UTF_8);
            case WorkerModule.TypeScriptModule m -> m.source().getBytes(StandardCharsets.UTF_8);
            case WorkerModule.CommonJsModule m -> m.source().getBytes(StandardCharsets.UTF_8);
            case WorkerModule.TextModule m -> m.text().getBytes(StandardCharsets.UTF_8);
            case WorkerModule.JsonModule m -> m.text().getBytes(StandardCharsets.UTF_8);
            case WorkerModule.DataModule m -> m.bytes();
            case WorkerModule.WasmModule m -> m.bytes();
        };
    }

    private @Nullable Object resolve(HostCall call) {
        return tables.apply(call).resolveRequire(call.string(0), call.string(1));
    }

    private Object compile(HostCall call) {
        if (!(module(call) instanceof WorkerModule.CommonJsModule(String source))) {
            throw GuestThrow.error("Module \"" + call.string(0) + "\" is not a CommonJS module.");
        }
        String code = "(function (exports, require, module, __filename, __dirname"
                + (source.contains(ModuleTable.USING_NAME) ? ", " + ModuleTable.USING_NAME : "") + ") {" + source
                + "\n})";
        return call.isolate().code().evaluateScript(call.string(0), code);
    }

    /// A script in service-worker syntax as a function: sloppy, as bundlers make it, where a module would be strict.
    /// Fails where the text is one of a module, with `import` or `await` at its top.
    private Object script(HostCall call) {
        String source = tables.apply(call).scriptOf(call.string(0));
        if (source == null) {
            throw GuestThrow.error("No such module \"" + call.string(0) + "\".");
        }
        return call.isolate().code().evaluateScript(call.string(0), "(function () {" + source + "\n})");
    }
}
