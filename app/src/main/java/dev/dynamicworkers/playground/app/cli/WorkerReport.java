package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.trace.WorkerView;
import dev.dynamicworkers.playground.core.worker.WorkerModule;
import java.io.PrintWriter;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;

/// What isolates really ran, as `run --workers` prints it: `env`, limits and modules under the overlay.
final class WorkerReport {
    private WorkerReport() {}

    static void print(List<WorkerView> workers, PrintWriter out, Terminal terminal) {
        for (WorkerView worker : workers) {
            out.println();
            out.println(terminal.bold("Worker " + Terminal.safe(worker.label())));
            out.println("main module " + Terminal.safe(worker.code().mainModule()) + ", compatibility date "
                    + worker.code().compatibilityDate() + ", requests go to " + Terminal.safe(worker.globalOutbound()));
            for (var entry : worker.env()) {
                var rule = entry.rule() == null ? "" : "  " + entry.rule();
                var note = entry.note() == null ? "" : "  " + entry.note();
                out.println("    " + Terminal.safe(entry.name() + "  " + entry.kind() + "  " + entry.value())
                        + terminal.faint("  " + entry.mode() + Terminal.safe(rule + note)));
            }
            for (var limit : worker.limits()) {
                out.println("    " + limit.name() + " " + limit.value() + terminal.faint("  by the " + limit.setBy()));
            }
        }
    }

    static void json(List<WorkerView> workers, ArrayNode into) {
        for (WorkerView worker : workers) {
            var node = into.addObject();
            node.put("isolate", worker.isolate().number());
            node.put("label", worker.label());
            node.put("mainModule", worker.code().mainModule());
            node.put("compatibilityDate", worker.code().compatibilityDate());
            var flags = node.putArray("compatibilityFlags");
            worker.code().compatibilityFlags().forEach(flags::add);
            var modules = node.putArray("modules");
            worker.code()
                    .modules()
                    .forEach((name, module) ->
                            modules.addObject().put("name", name).put("type", type(module)));
            var env = node.putArray("env");
            worker.env()
                    .forEach(entry -> env.addObject()
                            .put("name", entry.name())
                            .put("kind", entry.kind())
                            .put("value", entry.value())
                            .put("mode", entry.mode())
                            .put("rule", entry.rule())
                            .put("note", entry.note())
                            .put("props", entry.props()));
            node.put("globalOutbound", worker.globalOutbound());
            var tails = node.putArray("tails");
            worker.tails().forEach(tails::add);
            var limits = node.putArray("limits");
            worker.limits()
                    .forEach(limit -> limits.addObject()
                            .put("name", limit.name())
                            .put("value", limit.value() < 0 ? null : limit.value())
                            .put("setBy", limit.setBy()));
        }
    }

    /// The key by which `WorkerCode` names the module's type.
    private static String type(WorkerModule module) {
        return switch (module) {
            case WorkerModule.EsModule _ -> "js";
            case WorkerModule.TypeScriptModule _ -> "ts";
            case WorkerModule.CommonJsModule _ -> "cjs";
            case WorkerModule.TextModule _ -> "text";
            case WorkerModule.DataModule _ -> "data";
            case WorkerModule.JsonModule _ -> "json";
            case WorkerModule.WasmModule _ -> "wasm";
        };
    }
}
