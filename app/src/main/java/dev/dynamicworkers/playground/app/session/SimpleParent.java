package dev.dynamicworkers.playground.app.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Writes the parent of a simple project: a worker that hands every request to one dynamic worker, with what the
/// project's configuration binds and nothing else. The text runs on Cloudflare as it is.
///
/// @param files paths of the dynamic worker's modules
/// @param bindings kinds of the properties of the parent's `env`, by name
/// @param date compatibility date of the project
/// @param network whether the dynamic worker may reach the network at all
record SimpleParent(Set<String> files, Map<String, String> bindings, String date, Network network) {
    /// First line of such a parent; whoever takes it away has a parent of their own.
    static final String MARK = "// Generated from the Inspector; Keep in the editor makes it your own code.";

    /// Kind of the binding that makes dynamic workers.
    static final String LOADER = "worker loader";

    /// Methods that a stub of the parent passes on, by kind of binding: these bindings can't be given away themselves.
    private static final Map<String, List<String>> PASSED_ON = Map.of(
            "kv", List.of("get", "getWithMetadata", "put", "delete", "list"),
            "r2", List.of("head", "get", "put", "delete", "list"),
            "queue", List.of("send", "sendBatch"),
            "analytics", List.of("writeDataPoint"),
            "rate limit", List.of("limit"));

    /// Whether requests of the dynamic worker may leave.
    enum Network {
        BLOCKED,
        BY_RULES
    }

    /// Whether a module's text is such a parent.
    static boolean isGenerated(String text) {
        return text.startsWith(MARK);
    }

    /// A text as its author's own: without the mark.
    static String kept(String text) {
        return isGenerated(text) ? text.substring(MARK.length()).stripLeading() : text;
    }

    /// The whole module.
    ///
    /// @param main path of the module within the project
    String text(String main) {
        Map<String, String> modules = modules();
        StringBuilder out = new StringBuilder(MARK).append('\n');
        List<String> passed = bindings.keySet().stream()
                .filter(name -> PASSED_ON.containsKey(bindings.get(name)))
                .sorted()
                .toList();
        if (!passed.isEmpty()) {
            out.append("import { WorkerEntrypoint } from 'cloudflare:workers';\n");
        }
        Map<String, String> names = new TreeMap<>();
        String up = "../".repeat((int) main.chars().filter(c -> c == '/').count());
        modules.forEach((module, path) -> {
            names.put(module, "module" + (names.size() + 1));
            out.append("import ")
                    .append(names.get(module))
                    .append(" from ")
                    .append(quote((up.isEmpty() ? "./" : up) + path))
                    .append(";\n");
        });
        passed.forEach(name -> grant(out, name));
        out.append("\nexport default {\n  async fetch(request, env, ctx) {\n")
                .append("    const worker = env.")
                .append(loader())
                .append(".load({\n      compatibilityDate: ")
                .append(quote(date))
                .append(",\n      mainModule: ")
                .append(quote(mainModule(modules.keySet())))
                .append(",\n      modules: {\n");
        names.forEach((module, name) -> out.append("        ")
                .append(quote(module))
                .append(": ")
                .append(name)
                .append(",\n"));
        out.append("      },\n      env: {\n");
        given().forEach(line -> out.append("        ").append(line).append(",\n"));
        out.append("      },\n");
        if (network == Network.BLOCKED) {
            out.append("      globalOutbound: null,\n");
        }
        return out.append("    });\n    return worker.getEntrypoint().fetch(request);\n  },\n};\n")
                .toString();
    }

    /// Only what is handed over: the classes that stand for stores, and the env.
    String grants() {
        StringBuilder out = new StringBuilder();
        List<String> passed =
                bindings.keySet().stream().filter(this::isPassedOn).sorted().toList();
        if (!passed.isEmpty()) {
            out.append("import { WorkerEntrypoint } from 'cloudflare:workers';\n");
        }
        passed.forEach(name -> grant(out, name));
        out.append(out.isEmpty() ? "" : "\n").append("// In the WorkerCode:\nenv: {\n");
        given().forEach(line -> out.append("  ").append(line).append(",\n"));
        return out.append("},\n").toString();
    }

    private boolean isPassedOn(String name) {
        return PASSED_ON.containsKey(String.valueOf(bindings.get(name)));
    }

    private String loader() {
        return bindings.entrySet().stream()
                .filter(binding -> binding.getValue().equals(LOADER))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("LOADER");
    }

    /// What stands in the dynamic worker's `env`, a property a line.
    private List<String> given() {
        List<String> lines = new ArrayList<>();
        for (String name : new TreeSet<>(bindings.keySet())) {
            String kind = String.valueOf(bindings.get(name));
            if (PASSED_ON.containsKey(kind)) {
                lines.add(name + ": ctx.exports." + className(name) + "()");
            } else if (List.of("var", "secret", "service").contains(kind)) {
                lines.add(name + ": env." + name);
            }
        }
        return lines;
    }

    private void grant(StringBuilder out, String name) {
        String kind = String.valueOf(bindings.get(name));
        out.append("\n/** What the dynamic worker has of ")
                .append(name)
                .append(". */\nexport class ")
                .append(className(name))
                .append(" extends WorkerEntrypoint {\n");
        for (String method : PASSED_ON.getOrDefault(kind, List.of())) {
            out.append("  ")
                    .append(method)
                    .append("(...args) {\n    return this.env.")
                    .append(name)
                    .append('.')
                    .append(method)
                    .append("(...args);\n  }\n");
        }
        out.append("}\n");
    }

    /// `MY_NOTES` is granted by `MyNotesGrant`.
    private static String className(String binding) {
        StringBuilder name = new StringBuilder();
        for (String part : binding.split("_")) {
            if (!part.isEmpty()) {
                name.append(part.substring(0, 1).toUpperCase(Locale.ROOT))
                        .append(part.substring(1).toLowerCase(Locale.ROOT));
            }
        }
        return name.append("Grant").toString();
    }

    /// Paths of the modules by the names that they have for the dynamic worker: without the folder that all are in.
    private Map<String, String> modules() {
        String folder = "";
        for (String path : files) {
            String own = path.substring(0, path.lastIndexOf('/') + 1);
            folder = folder.isEmpty() ? own : common(folder, own);
        }
        Map<String, String> modules = new TreeMap<>();
        for (String path : files) {
            modules.put(path.substring(folder.length()), path);
        }
        return modules;
    }

    private static String common(String a, String b) {
        int end = 0;
        while (end < Math.min(a.length(), b.length()) && a.charAt(end) == b.charAt(end)) {
            end++;
        }
        return a.substring(0, a.substring(0, end).lastIndexOf('/') + 1);
    }

    /// `index` before all others, and what lies higher before what lies deeper.
    private static String mainModule(Set<String> modules) {
        Comparator<String> depth =
                Comparator.comparing(name -> name.chars().filter(c -> c == '/').count());
        return modules.stream()
                .min(Comparator.<String, Boolean>comparing(name -> !name.matches("(.*/)?index\\..*"))
                        .thenComparing(depth)
                        .thenComparing(Comparator.naturalOrder()))
                .orElse("index.js");
    }

    private static String quote(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
