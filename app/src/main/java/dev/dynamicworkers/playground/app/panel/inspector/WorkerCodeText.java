package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.code.highlight.Language;
import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.body.JsonSpan;
import dev.dynamicworkers.playground.core.trace.WorkerView;
import dev.dynamicworkers.playground.core.worker.Compatibility;
import dev.dynamicworkers.playground.core.worker.WorkerModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Writes what an isolate really runs as JSON with comments, and its modules as texts.
final class WorkerCodeText {
    /// The one flag that implies others.
    private static final String NODE = "nodejs_compat";

    private WorkerCodeText() {}

    /// The worker first, then its modules in order.
    static List<CodeDocument> documents(WorkerView view) {
        List<CodeDocument> documents = new ArrayList<>();
        documents.add(new CodeDocument("WorkerCode", "what the loader has", worker(view), Language.JSON));
        view.code().modules().forEach((name, module) -> documents.add(document(name, module)));
        return documents;
    }

    private static CodeDocument document(String name, WorkerModule module) {
        return switch (module) {
            case WorkerModule.EsModule(String source) ->
                new CodeDocument(name, "es module", source, Language.JAVASCRIPT);
            case WorkerModule.TypeScriptModule(String source) ->
                new CodeDocument(name, "typescript module", source, Language.TYPESCRIPT);
            case WorkerModule.CommonJsModule(String source) ->
                new CodeDocument(name, "commonjs module", source, Language.JAVASCRIPT);
            case WorkerModule.TextModule(String text) -> new CodeDocument(name, "text", text, Language.of(name));
            case WorkerModule.JsonModule(String text) -> new CodeDocument(name, "json", text, Language.JSON);
            case WorkerModule.DataModule(byte[] bytes) -> bytes(name, "data", bytes.length);
            case WorkerModule.WasmModule(byte[] bytes) -> bytes(name, "wasm", bytes.length);
        };
    }

    private static CodeDocument bytes(String name, String kind, long length) {
        return new CodeDocument(name, kind, Amounts.bytes(length) + " of " + kind + ", not shown", Language.TEXT);
    }

    private static String worker(WorkerView view) {
        StringBuilder out = new StringBuilder();
        out.append("// ").append(view.label()).append(", isolate ").append(view.isolate());
        out.append(", under the rules of this moment.\n");
        notes(view).forEach(note -> out.append("// ").append(note).append('\n'));
        out.append("{\n  \"mainModule\": ").append(JsonSpan.quote(view.code().mainModule()));
        out.append(",\n  \"modules\": {");
        String separator = "\n";
        for (Map.Entry<String, WorkerModule> module : view.code().modules().entrySet()) {
            CodeDocument document = document(module.getKey(), module.getValue());
            out.append(separator).append("    ").append(JsonSpan.quote(module.getKey()));
            out.append(": \"\u2026\" /* ").append(document.kind());
            if (document.language() != Language.TEXT) {
                out.append(", ").append(Amounts.count(document.text().lines().count(), "line"));
            }
            out.append(" */");
            separator = ",\n";
        }
        out.append("\n  },\n  \"compatibilityDate\": ")
                .append(JsonSpan.quote(view.code().compatibilityDate()));
        flags(view, out);
        env(view, out);
        out.append(",\n  \"globalOutbound\": ").append(JsonSpan.quote(view.globalOutbound()));
        out.append(",\n  \"tails\": ").append(array(view.tails()));
        limits(view, out);
        return out.append("\n}\n").toString();
    }

    /// Flags in force. Those that the date implies are some hundred names, which are only counted.
    private static void flags(WorkerView view, StringBuilder out) {
        List<String> inForce = view.code().compatibilityFlags();
        Set<String> implied = new TreeSet<>(
                implied(view.code().compatibilityDate(), inForce.contains(NODE) ? List.of(NODE) : List.of()));
        implied.remove(NODE);
        out.append(",\n  \"compatibilityFlags\": ")
                .append(array(
                        inForce.stream().filter(each -> !implied.contains(each)).toList()));
        long byDate = inForce.stream().filter(implied::contains).count();
        if (byDate == 0) {
            return;
        }
        out.append(" /* and ").append(byDate).append(" that the date implies */");
        List<String> off =
                implied.stream().filter(each -> !inForce.contains(each)).toList();
        if (!off.isEmpty()) {
            out.append(" /* switched off: ").append(String.join(", ", off)).append(" */");
        }
    }

    private static Set<String> implied(String date, List<String> flags) {
        try {
            return Compatibility.resolve(
                    date, flags, /* allowExperimental= */ false, /* callerIsExperimental= */ false);
        } catch (IllegalArgumentException unknown) {
            return Set.of();
        }
    }

    private static String array(List<String> texts) {
        return texts.stream().map(JsonSpan::quote).collect(Collectors.joining(", ", "[", "]"));
    }

    private static void env(WorkerView view, StringBuilder out) {
        if (view.env().isEmpty()) {
            out.append(",\n  \"env\": {} /* nothing granted */");
            return;
        }
        out.append(",\n  \"env\": {\n");
        for (int i = 0; i < view.env().size(); i++) {
            WorkerView.EnvEntry entry = view.env().get(i);
            boolean plain = entry.kind().equals("text") || entry.kind().equals("json");
            out.append("    ").append(JsonSpan.quote(entry.name())).append(": ");
            out.append(plain ? entry.value() : JsonSpan.quote(entry.value()));
            out.append(i < view.env().size() - 1 ? "," : "");
            out.append(" // ").append(entry.kind()).append(", ").append(entry.mode());
            if (entry.rule() != null) {
                out.append(" by ").append(entry.rule());
            }
            if (entry.note() != null) {
                out.append("; ").append(entry.note());
            }
            out.append('\n');
        }
        out.append("  }");
    }

    private static void limits(WorkerView view, StringBuilder out) {
        out.append(",\n  \"limits\": {");
        for (int i = 0; i < view.limits().size(); i++) {
            WorkerView.LimitInForce limit = view.limits().get(i);
            out.append("\n    ").append(JsonSpan.quote(limit.name())).append(": ");
            out.append(limit.value() < 0 ? "null" : String.valueOf(limit.value()));
            out.append(i < view.limits().size() - 1 ? "," : "");
            out.append(" // ").append(limit.value() < 0 ? "none" : "set by " + limit.setBy());
        }
        out.append(view.limits().isEmpty() ? "}" : "\n  }");
    }

    /// What would be otherwise on the platform.
    static List<String> notes(WorkerView view) {
        List<String> notes = new ArrayList<>();
        view.code().modules().forEach((name, module) -> {
            if (module instanceof WorkerModule.TypeScriptModule) {
                notes.add("Not portable: " + name
                        + " is TypeScript. The platform's loader takes JavaScript; compile it first.");
            }
        });
        for (WorkerView.EnvEntry entry : view.env()) {
            if (!entry.mode().equals("on")) {
                notes.add("Only here: a rule of this playground makes " + entry.name() + " " + entry.mode()
                        + ". Change the parent's code to keep that on the platform.");
            }
        }
        return notes;
    }
}
