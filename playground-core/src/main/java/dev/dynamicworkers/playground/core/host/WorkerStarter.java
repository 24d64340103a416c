package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.host.overlay.GrantedEnv;
import dev.dynamicworkers.playground.core.io.ErrorCauses;
import dev.dynamicworkers.playground.core.io.Failure;
import dev.dynamicworkers.playground.core.io.Payload;
import dev.dynamicworkers.playground.core.io.PositionMapper;
import dev.dynamicworkers.playground.core.io.RunningSource;
import dev.dynamicworkers.playground.core.io.StackTraces;
import dev.dynamicworkers.playground.core.io.WorkerInstance;
import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import dev.dynamicworkers.playground.core.isolate.Isolate;
import dev.dynamicworkers.playground.core.js.HostCall;
import dev.dynamicworkers.playground.core.js.HostFunctions;
import dev.dynamicworkers.playground.core.limits.Condemnation;
import dev.dynamicworkers.playground.core.modules.ModuleTable;
import dev.dynamicworkers.playground.core.trace.TailEvent;
import dev.dynamicworkers.playground.core.transpile.SourceMap;
import dev.dynamicworkers.playground.core.transpile.TypeScriptTranspiler;
import dev.dynamicworkers.playground.core.transpile.UsingLowering;
import dev.dynamicworkers.playground.core.worker.EventOutcome;
import dev.dynamicworkers.playground.core.worker.GuestError;
import dev.dynamicworkers.playground.core.worker.WorkerCode;
import dev.dynamicworkers.playground.core.worker.WorkerModule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Brings a worker's code to life in a primed isolate: modules, env, compatibility, and the evaluation of the main
/// module.
/// Runs on the event loop's thread.
final class WorkerStarter {
    private static final Pattern EXPORT = Pattern.compile("(?:^|[;}/])\\s*export\\b\\s*[{*\\w$]", Pattern.MULTILINE);

    private final TypeScriptTranspiler transpiler = new TypeScriptTranspiler();
    private final UsingLowering using = new UsingLowering();
    private final Map<Isolate, Outcome> outcomes = new HashMap<>();
    private Consumer<WorkerInstance> onCode = instance -> {};

    /// How a start ended, as the runtime source tells it.
    private record Outcome(
            boolean succeeded,
            String name,
            String message,
            String stack,
            @Nullable String causes) {}

    /// Tells of each worker whose code is there and is about to run.
    void watchCode(Consumer<WorkerInstance> watch) {
        onCode = watch;
    }

    void register(HostFunctions table) {
        table.add("worker.started", this::started);
        table.add("worker.importer", call -> call.isolate().code().importFunction());
        table.add("worker.abortIsolate", WorkerStarter::abortIsolate);
    }

    private @Nullable Object started(HostCall call) {
        outcomes.put(
                call.isolate(),
                new Outcome(call.bool(0), call.string(1), call.string(2), call.string(3), call.stringOrNull(4)));
        return null;
    }

    private static @Nullable Object abortIsolate(HostCall call) {
        WorkerInstance instance = WorkerInstance.of(call.isolate());
        call.isolate().condemn(new Condemnation(EventOutcome.ABORTED, "The isolate was aborted: " + call.string(0)));
        instance.emit(new TailEvent.Note(instance.id(), Instant.now(), "abortIsolate() ended this isolate."));
        return null;
    }

    /// Starts a worker.
    ///
    /// @param env what the worker finds in its env
    /// @return null when it runs, otherwise why it does not
    @Nullable
    Failure start(
            WorkerInstance instance,
            IsolatePool.Primed primed,
            WorkerCode code,
            GrantedEnv env,
            ModuleTable.Resolution resolution) {
        ModuleTable table = primed.modules();
        Places places = new Places(new HashMap<>(), new HashMap<>());
        boolean isScript;
        Map<String, String> sources;
        try {
            sources = sources(code, places, primed.isolate());
            isScript = resolution == ModuleTable.Resolution.BUNDLER && isScript(sources.get(code.mainModule()));
            Map<String, WorkerModule> runnable = runnable(code.modules());
            table.bind(runnable, sources, new HashSet<>(code.compatibilityFlags()), resolution);
            instance.setSources(running(code.modules(), sources, runnable));
        } catch (GuestThrow e) {
            return failure(e.kind(), e.text(), null, GuestError.Causes.NONE, instance);
        }
        instance.setPositions(places.mapper());
        onCode.accept(instance);
        Isolate isolate = primed.isolate();
        @Nullable Object[] arguments = new @Nullable Object[11];
        arguments[0] = code.compatibilityDate();
        arguments[1] = String.join(" ", code.compatibilityFlags());
        put(env.values(), isolate, arguments, 2);
        arguments[6] = env.objects();
        arguments[7] = table.mainPath(code.mainModule());
        arguments[8] = table.needsInternal() ? ModuleTable.INTERNAL : null;
        arguments[9] = env.narrowing();
        arguments[10] = isScript;
        isolate.run(null, "kernel/worker.start", arguments);
        return outcome(instance, table, sources);
    }

    /// The modules that a debugger knows.
    private static List<RunningSource> running(
            Map<String, WorkerModule> written, Map<String, String> scripts, Map<String, WorkerModule> runnable) {
        List<RunningSource> running = new ArrayList<>();
        written.forEach((name, module) -> {
            String script = scripts.get(name);
            switch (module) {
                case WorkerModule.EsModule(String source)
                when script != null -> running.add(new RunningSource(name, source, script));
                case WorkerModule.TypeScriptModule(String source)
                when script != null -> running.add(new RunningSource(name, source, script));
                case WorkerModule.CommonJsModule(String source)
                when runnable.get(name) instanceof WorkerModule.CommonJsModule(String body) ->
                    running.add(new RunningSource(name, source, body));
                default -> {
                    // No code.
                }
            }
        });
        return running;
    }

    private static void put(@Nullable Payload payload, Isolate isolate, @Nullable Object[] arguments, int at) {
        arguments[at] = payload == null ? null : payload.text();
        arguments[at + 1] = payload != null && payload.special();
        arguments[at + 2] = payload == null || payload.carried().isEmpty()
                ? null
                : isolate.toGuest(payload.carried().stream()
                        .map(each -> (Object) isolate.handles().put(each))
                        .toArray());
        arguments[at + 3] = payload == null || payload.buffers().isEmpty()
                ? null
                : isolate.toGuest(payload.buffers().toArray());
    }

    private @Nullable Failure outcome(WorkerInstance instance, ModuleTable table, Map<String, String> sources) {
        Outcome outcome = outcomes.remove(instance.isolate());
        Condemnation condemnation = instance.isolate().condemnation();
        if (condemnation != null) {
            return instance.endedFailure(condemnation).ending(condemnation.outcome());
        }
        String missing = table.missingMessage();
        if (missing != null && (outcome == null || !outcome.succeeded)) {
            return failure("Error", missing, null, GuestError.Causes.NONE, instance);
        }
        if (outcome == null) {
            // A source that is too deep for the parser ends the import without an answer.
            try {
                sources.forEach(instance.isolate().code()::checkSyntax);
            } catch (GuestThrow e) {
                return failure(e.kind(), e.text(), null, GuestError.Causes.NONE, instance);
            }
            return failure("Error", "Top-level await in module is unsettled.", null, GuestError.Causes.NONE, instance);
        }
        if (outcome.succeeded) {
            return null;
        }
        GuestError.Causes causes = ErrorCauses.read(outcome.causes, instance.positions());
        return failure(outcome.name, outcome.message, outcome.stack, causes, instance);
    }

    /// The error that every use of a worker that did not start meets.
    private static Failure failure(
            String name, String message, @Nullable String stack, GuestError.Causes causes, WorkerInstance instance) {
        GuestError error = StackTraces.error(name, message, stack, instance.positions());
        StringBuilder text = new StringBuilder("Failed to start Worker:\nUncaught ")
                .append(name)
                .append(": ")
                .append(message);
        for (GuestError.Frame frame : error.frames()) {
            text.append("\n  at ")
                    .append(frame.file())
                    .append(':')
                    .append(frame.line())
                    .append(':')
                    .append(frame.column());
        }
        Failure plain = Failure.of("Error", text.toString(), Failure.Remoteness.LOCAL);
        return new Failure(
                plain.encoded(),
                plain.remote(),
                new GuestError("Error", text.toString(), error.stack(), error.frames()).causedBy(causes));
    }

    // ---- modules ----

    /// JavaScript of all ECMAScript modules. A syntax error in any of them, imported or not, fails the start.
    private Map<String, String> sources(WorkerCode code, Places places, Isolate isolate) {
        Map<String, String> sources = new HashMap<>();
        for (Map.Entry<String, WorkerModule> entry : code.modules().entrySet()) {
            String name = entry.getKey();
            switch (entry.getValue()) {
                case WorkerModule.EsModule(String source) -> sources.put(name, lowered(name, source, places));
                case WorkerModule.TypeScriptModule(String source) ->
                    sources.put(name, lowered(name, transpile(name, source, places.maps), places));
                case WorkerModule.JsonModule(String json)
                when json.equals("undefined") -> throw GuestThrow.syntaxError("\"undefined\" is not valid JSON\n:1");
                default -> {
                    // Read by the runtime when it is imported.
                }
            }
        }
        if (sources.size() > 1) {
            sources.forEach(isolate.code()::checkSyntax);
        }
        if (!sources.containsKey(code.mainModule()) && code.modules().containsKey(code.mainModule())) {
            throw GuestThrow.typeError("Main module must be an ES module.");
        }
        if (!code.modules().containsKey(code.mainModule())) {
            throw GuestThrow.error("No such module: " + (code.mainModule().isEmpty() ? "." : code.mainModule()));
        }
        return sources;
    }

    /// Whether a main module is in service-worker syntax, which bundlers tell by its having no exports. A line of a
    /// comment that looks like an export counts as one.
    private static boolean isScript(@Nullable String source) {
        return source != null && !EXPORT.matcher(source).find();
    }

    private String transpile(String name, String source, Map<String, SourceMap> maps) {
        try {
            TypeScriptTranspiler.Output output = transpiler.transpile(name, source);
            SourceMap map = output.map();
            if (map != null) {
                maps.put(name, map);
            }
            return output.code();
        } catch (TypeScriptTranspiler.SyntaxFailure e) {
            throw GuestThrow.syntaxError(e.getMessage() + "\n  at " + name + ":" + e.line() + ":" + e.column());
        }
    }

    private String lowered(String name, String source, Places places) {
        UsingLowering.Output output = using.module(source, ModuleTable.USING);
        if (output == null) {
            return source;
        }
        places.lowered.put(name, output);
        return output.code();
    }

    /// The modules with the syntax of CommonJS ones lowered.
    private Map<String, WorkerModule> runnable(Map<String, WorkerModule> modules) {
        Map<String, WorkerModule> lowered = new LinkedHashMap<>(modules);
        lowered.replaceAll((name, module) -> {
            String body = module instanceof WorkerModule.CommonJsModule(String source) ? using.commonJs(source) : null;
            return body == null ? module : new WorkerModule.CommonJsModule(body);
        });
        return lowered;
    }

    /// Where places in the code that runs come from, by module.
    private record Places(Map<String, SourceMap> maps, Map<String, UsingLowering.Output> lowered)
            implements PositionMapper {
        PositionMapper mapper() {
            return maps.isEmpty() && lowered.isEmpty() ? PositionMapper.IDENTITY : this;
        }

        @Override
        public List<Integer> runningLines(String file, int line) {
            SourceMap map = maps.get(file);
            return map == null ? List.of(line) : map.generatedLines(line);
        }

        @Override
        public GuestError.Frame source(GuestError.Frame frame) {
            UsingLowering.Output edited = lowered.get(frame.file());
            int column = edited == null ? frame.column() : edited.sourceColumn(frame.line(), frame.column());
            SourceMap map = maps.get(frame.file());
            SourceMap.Position position = map == null ? null : map.source(frame.line(), column);
            return position == null
                    ? new GuestError.Frame(frame.function(), frame.file(), frame.line(), column)
                    : new GuestError.Frame(frame.function(), frame.file(), position.line(), position.column());
        }
    }
}
