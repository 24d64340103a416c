package dev.dynamicworkers.playground.app.panel.isolates;

import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.core.trace.WorkerView;
import dev.dynamicworkers.playground.core.worker.WorkerModule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/// What the details of an isolate say of its code and its grants.
final class CodeFacts {
    private static final int SHOWN = 12;

    private CodeFacts() {}

    static List<String> of(WorkerView view) {
        List<String> lines = new ArrayList<>();
        int modules = view.code().modules().size();
        lines.add("Code " + hash(view) + ", " + Amounts.count(modules, "module") + ", main "
                + view.code().mainModule() + ".");
        lines.add(
                view.env().isEmpty()
                        ? "No grants: its env is empty."
                        : Amounts.count(view.env().size(), "grant") + ": "
                                + view.env().stream().map(CodeFacts::grant).collect(Collectors.joining(", ")) + ".");
        return lines;
    }

    private static String grant(WorkerView.EnvEntry entry) {
        return entry.mode().equals("on") ? entry.name() : entry.name() + " (" + entry.mode() + ")";
    }

    /// The beginning of a hash over names and contents of all modules: equal for equal code.
    static String hash(WorkerView view) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            view.code().modules().forEach((name, module) -> {
                add(digest, name.getBytes(StandardCharsets.UTF_8));
                add(digest, bytes(module));
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, SHOWN);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void add(MessageDigest digest, byte[] bytes) {
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static byte[] bytes(WorkerModule module) {
        return switch (module) {
            case WorkerModule.EsModule(String text) -> text.getBytes(StandardCharsets.UTF_8);
            case WorkerModule.TypeScriptModule(String text) -> text.getBytes(StandardCharsets.UTF_8);
            case WorkerModule.CommonJsModule(String text) -> text.getBytes(StandardCharsets.UTF_8);
            case WorkerModule.TextModule(String text) -> text.getBytes(StandardCharsets.UTF_8);
            case WorkerModule.JsonModule(String text) -> text.getBytes(StandardCharsets.UTF_8);
            case WorkerModule.DataModule(byte[] data) -> data;
            case WorkerModule.WasmModule(byte[] data) -> data;
        };
    }
}
