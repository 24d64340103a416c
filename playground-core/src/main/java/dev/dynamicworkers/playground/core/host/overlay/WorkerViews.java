package dev.dynamicworkers.playground.core.host.overlay;

import dev.dynamicworkers.playground.core.io.EntrypointChannel;
import dev.dynamicworkers.playground.core.io.Payload;
import dev.dynamicworkers.playground.core.io.WorkerInstance;
import dev.dynamicworkers.playground.core.json.JsonValue;
import dev.dynamicworkers.playground.core.project.Grant;
import dev.dynamicworkers.playground.core.project.WorkerGrants;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.trace.WorkerView;
import dev.dynamicworkers.playground.core.trace.WorkerView.EnvEntry;
import dev.dynamicworkers.playground.core.trace.WorkerView.LimitInForce;
import dev.dynamicworkers.playground.core.worker.ResourceLimits;
import dev.dynamicworkers.playground.core.worker.WorkerCode;
import dev.dynamicworkers.playground.core.worker.WorkerModule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Remembers what workers were made of, and shows it to people. Runs on the event loop's thread.
public final class WorkerViews {
    private static final Map<String, String> KINDS =
            Map.of("loader", "loader", "service", "service", "durableObject", "durable object");

    /// Code of more than so many characters and bytes is shown with its long modules cut.
    private static final long LARGE = 4 << 20;

    /// What is shown of a long module then.
    private static final int SHOWN = 16 << 10;

    /// Where a line of objects says what one refers to; before it is what the code gets.
    private static final int TARGET = 4;

    private final GrantDesk desk;
    private final Map<WorkerInstance, Made> made = new WeakHashMap<>();

    /// What a worker was made of, before the overlay.
    private record Made(
            WorkerCode code,
            @Nullable Payload values,
            @Nullable String objects,
            Map<String, GrantTarget> targets,
            GrantedEnv env,
            String outbound) {}

    public WorkerViews(GrantDesk desk) {
        this.desk = desk;
    }

    /// Narrows what the code gives to a worker that starts, and remembers both.
    ///
    /// @param outbound where its requests go, in a few words
    public GrantedEnv make(
            WorkerInstance worker,
            WorkerCode code,
            @Nullable Payload values,
            @Nullable String objects,
            String outbound) {
        GrantedEnv env = GrantedEnv.of(desk, worker, values, objects);
        Payload text = values == null ? null : new Payload(values.text(), values.special(), List.of(), List.of());
        made.put(worker, new Made(code, text, objects, GrantTarget.of(values, desk), env, outbound));
        desk.narrow(worker);
        return env;
    }

    /// What a worker runs, empty for one that was not made by [#make].
    ///
    /// @param project limits where neither code nor overlay says any
    public Optional<WorkerView> of(WorkerInstance worker, ResourceLimits project) {
        Made known = made.get(worker);
        if (known == null) {
            return Optional.empty();
        }
        WorkerGrants grants = desk.accessOf(worker).grants();
        String author = worker.role() == IsolateSnapshot.Role.PARENT ? "configuration" : "code";
        return Optional.of(new WorkerView(
                worker.id(),
                worker.label(),
                shown(known.code),
                env(known, grants),
                known.outbound,
                tails(worker),
                List.of(
                        limit(
                                author,
                                "cpuMs",
                                known.code.limits().cpuMillis(),
                                grants.limits().cpuMillis(),
                                project.cpuMillis()),
                        limit(
                                author,
                                "subRequests",
                                known.code.limits().subrequests(),
                                grants.limits().subrequests(),
                                project.subrequests()))));
    }

    /// The code without values of secrets, where it is very large with long modules cut: people read it, and it has to
    /// pass a pipe.
    private WorkerCode shown(WorkerCode code) {
        long size =
                code.modules().values().stream().mapToLong(WorkerViews::size).sum();
        Map<String, WorkerModule> modules = new LinkedHashMap<>(code.modules());
        // Masked before it is cut, so that no half of a secret is left.
        modules.replaceAll((name, module) -> withText(module, desk.mask()));
        if (size > LARGE) {
            modules.replaceAll((name, module) -> size(module) <= SHOWN ? module : cut(module));
        }
        return new WorkerCode(
                code.mainModule(), modules, code.compatibilityDate(), code.compatibilityFlags(), code.limits());
    }

    private static long size(WorkerModule module) {
        return switch (module) {
            case WorkerModule.EsModule(String text) -> text.length();
            case WorkerModule.TypeScriptModule(String text) -> text.length();
            case WorkerModule.CommonJsModule(String text) -> text.length();
            case WorkerModule.TextModule(String text) -> text.length();
            case WorkerModule.JsonModule(String text) -> text.length();
            case WorkerModule.DataModule(byte[] bytes) -> bytes.length;
            case WorkerModule.WasmModule(byte[] bytes) -> bytes.length;
        };
    }

    /// The module with another text; bytes have none.
    private static WorkerModule withText(WorkerModule module, UnaryOperator<String> other) {
        return switch (module) {
            case WorkerModule.EsModule(String text) -> new WorkerModule.EsModule(other.apply(text));
            case WorkerModule.TypeScriptModule(String text) -> new WorkerModule.TypeScriptModule(other.apply(text));
            case WorkerModule.CommonJsModule(String text) -> new WorkerModule.CommonJsModule(other.apply(text));
            case WorkerModule.TextModule(String text) -> new WorkerModule.TextModule(other.apply(text));
            case WorkerModule.JsonModule(String text) -> new WorkerModule.JsonModule(other.apply(text));
            case WorkerModule.DataModule data -> data;
            case WorkerModule.WasmModule wasm -> wasm;
        };
    }

    private static WorkerModule cut(WorkerModule module) {
        return switch (module) {
            case WorkerModule.DataModule(byte[] bytes) -> new WorkerModule.DataModule(Arrays.copyOf(bytes, SHOWN));
            case WorkerModule.WasmModule(byte[] bytes) -> new WorkerModule.WasmModule(Arrays.copyOf(bytes, SHOWN));
            default -> withText(module, WorkerViews::cut);
        };
    }

    private static String cut(String text) {
        return text.substring(0, SHOWN) + "...";
    }

    private static List<String> tails(WorkerInstance worker) {
        List<String> tails = new ArrayList<>();
        for (EntrypointChannel tail : worker.tails()) {
            tails.add("entrypoint " + tail.entrypoint());
        }
        for (EntrypointChannel tail : worker.streamingTails()) {
            tails.add("streaming to entrypoint " + tail.entrypoint());
        }
        return tails;
    }

    private static LimitInForce limit(String author, String name, long code, long overlay, long project) {
        LimitInForce lowest = new LimitInForce(name, project, "project");
        if (code >= 0 && (lowest.value() < 0 || code < lowest.value())) {
            lowest = new LimitInForce(name, code, author);
        }
        if (overlay >= 0 && (lowest.value() < 0 || overlay < lowest.value())) {
            lowest = new LimitInForce(name, overlay, "overlay");
        }
        return lowest;
    }

    // ---- env ----

    private List<EnvEntry> env(Made known, WorkerGrants grants) {
        List<EnvEntry> entries = new ArrayList<>();
        EnvShape shape = EnvShape.of(known.values);
        shape.values().forEach((key, value) -> {
            boolean isStub = shape.owners().containsValue(key);
            boolean had =
                    known.env.narrowing() == null || !known.env.narrowing().contains("\"" + key + "\"");
            GrantTarget target = known.targets.get(key);
            entries.add(
                    target != null
                            ? entry(key, "service", target.text(), grants, null, target.props())
                            : entry(
                                    key,
                                    isStub ? "service" : kind(value),
                                    shown(value),
                                    grants,
                                    isStub ? null : had,
                                    null));
        });
        if (known.objects != null) {
            for (String line : known.objects.split("\n", -1)) {
                String[] parts = line.split("\t", -1);
                String kind = KINDS.getOrDefault(parts[0], parts[0]);
                entries.add(object(parts, kind, grants));
            }
        }
        return entries;
    }

    private EnvEntry object(String[] parts, String kind, WorkerGrants grants) {
        String target = parts.length > TARGET ? parts[TARGET] : parts.length > TARGET - 1 ? parts[TARGET - 1] : "";
        String props = parts.length > TARGET + 1 && !parts[TARGET + 1].isEmpty() ? parts[TARGET + 1] : null;
        return entry(parts[1], kind, target, grants, null, props == null ? null : desk.shown(props));
    }

    private String kind(JsonValue value) {
        if (value instanceof JsonValue.StringValue text) {
            return desk.mask().apply(text.value()).equals(text.value()) ? "text" : "secret";
        }
        return "json";
    }

    private String shown(JsonValue value) {
        boolean hasTags = EnvShape.tag(value) != null || value instanceof JsonValue.ObjectValue;
        return desk.shown(new Payload(value.toJson(), hasTags, List.of(), List.of()).shown());
    }

    /// @param had whether the isolate has the value, null for what is decided at each call
    private static EnvEntry entry(
            String key, String kind, String value, WorkerGrants grants, @Nullable Boolean had, @Nullable String props) {
        WorkerGrants.Found found = grants.grant(key);
        Grant.Mode mode = found.grant().mode();
        String rule = found.place() == null ? null : found.place() + " = \"" + mode.word() + "\"";
        String note = had == null ? null : note(mode, had);
        return new EnvEntry(key, kind, value, mode.word(), rule, note, props);
    }

    private static @Nullable String note(Grant.Mode mode, boolean had) {
        return switch (mode) {
            case ON -> had ? null : "Comes back in the next isolate.";
            case OFF -> had ? "This isolate has the value already; the next one will not." : null;
            case FIXTURE -> had ? "This isolate has the code's value; the next one gets the fixture's." : null;
            case READ_ONLY, ASK -> "Means nothing for a plain value: only calls can be refused or asked about.";
        };
    }
}
