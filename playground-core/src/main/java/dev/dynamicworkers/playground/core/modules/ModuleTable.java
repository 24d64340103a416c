package dev.dynamicworkers.playground.core.modules;

import dev.dynamicworkers.playground.core.worker.WorkerModule;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The modules of one worker by name, how specifiers find them, and the source text that the engine reads for each.
///
/// Modules that are not ECMAScript, and the built-in ones, are given to the engine as small ECMAScript modules that
/// take their value
/// from the runtime. Bound once, before the worker starts; used on the isolate thread.
public final class ModuleTable {
    /// The module through which generated modules reach the runtime. Guest code can't name it: its name is a secret of
    /// this process.
    public static final String INTERNAL = "\u0001" + secret();

    /// The specifier of the module whose `begin` makes a scope that disposes of resources. Guest code may import it.
    public static final String USING = "\\u0001using";

    private static final String USING_PATH = "\u0001using";

    /// What modules that dispose of resources call that `begin`: the CommonJS ones get it as a parameter.
    public static final String USING_NAME = "$\u200dusing";

    /// Prefix of generated modules, which may import [#INTERNAL].
    private static final String GENERATED = "\u0001module/";

    private static final String GENERATED_SUFFIX = ".mjs";
    private static final String INTERNAL_SOURCE = "export let use; export function init(given) { use ??= given; }";

    private static final List<String> COMPLETIONS = List.of(
            ".ts",
            ".tsx",
            ".js",
            ".mjs",
            ".mts",
            ".cjs",
            ".json",
            "/index.ts",
            "/index.tsx",
            "/index.js",
            "/index.mjs");

    private Map<String, WorkerModule> modules = Map.of();
    private Map<String, String> sources = Map.of();
    private Set<String> flags = Set.of();
    private Resolution resolution = Resolution.EXACT;
    private final Map<String, String> importers = new HashMap<>();
    private String lastImporter = "";
    private @Nullable String firstMissing;

    /// How specifiers find modules.
    public enum Resolution {
        /// As workerd does: exact names.
        EXACT,
        /// As Wrangler's bundler does for a project's own code: extensions may be left out, `index` files stand for
        /// folders.
        BUNDLER
    }

    private static String secret() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// The first words of a generated module, which give it the runtime's `use`.
    static String useInternal() {
        return "import { use } from " + quote(INTERNAL) + "; ";
    }

    /// Sets what this worker consists of.
    ///
    /// @param sources JavaScript of the ECMAScript modules, TypeScript already transpiled
    public void bind(
            Map<String, WorkerModule> modules, Map<String, String> sources, Set<String> flags, Resolution resolution) {
        this.resolution = resolution;
        this.modules = modules;
        this.sources = sources;
        this.flags = flags;
    }

    /// The module of a name, or null.
    public @Nullable WorkerModule module(String name) {
        return modules.get(name);
    }

    /// The names of all modules, in order.
    List<String> names() {
        return modules.keySet().stream().sorted().toList();
    }

    /// The JavaScript that the engine reads for a module of the worker, or null for one that is no ECMAScript.
    @Nullable
    String scriptOf(String name) {
        return sourceOf(name);
    }

    /// Whether any module needs the runtime to be reachable from generated modules.
    public boolean needsInternal() {
        for (Map.Entry<String, WorkerModule> entry : modules.entrySet()) {
            String source = sources.get(entry.getKey());
            if (source == null || source.contains("import")) {
                return true;
            }
        }
        return false;
    }

    /// The first name that was asked for and is not there, in the words of workerd; null when all were found.
    public @Nullable String missingMessage() {
        if (firstMissing == null) {
            return null;
        }
        String importer = importers.get(firstMissing);
        return "No such module \"" + shown(firstMissing) + "\"."
                + (importer == null ? "" : "\n  imported from \"" + shown(importer) + "\"");
    }

    /// The absolute name by which the main module is imported.
    public String mainPath(String name) {
        return pathOf(normalize("", name));
    }

    // ---- resolution ----

    /// The path of a specifier that is not a URL, for an importing module.
    String resolve(String importer, String specifier) {
        if (importer.startsWith("\u0001")) {
            return specifier;
        }
        if (specifier.equals(USING_PATH)) {
            return specifier;
        }
        String builtin = BuiltinModules.find(specifier, flags);
        String path = builtin != null
                ? GENERATED + builtin + GENERATED_SUFFIX
                : pathOf(complete(normalize(folderOf(importer), specifier)));
        lastImporter = importer;
        importers.putIfAbsent(path, importer);
        return path;
    }

    /// The path of a specifier that looks like a URL, such as `cloudflare:workers`.
    String resolveUri(String specifier) {
        String builtin = BuiltinModules.find(specifier, flags);
        String path = builtin != null ? GENERATED + builtin + GENERATED_SUFFIX : pathOf(normalize("", specifier));
        importers.putIfAbsent(path, lastImporter);
        return path;
    }

    /// Resolves a CommonJS `require` to a name of the table or a built-in one.
    ///
    /// @return null when there is none
    public @Nullable String resolveRequire(String importer, String specifier) {
        String builtin = BuiltinModules.find(specifier, flags);
        if (builtin != null) {
            return builtin;
        }
        String name = complete(normalize(folderOf(importer), specifier));
        return modules.containsKey(name) ? name : null;
    }

    private String complete(String name) {
        if (resolution == Resolution.EXACT || modules.containsKey(name)) {
            return name;
        }
        String bare = name.endsWith(".js") ? name.substring(0, name.length() - 3) : name;
        for (String candidate : COMPLETIONS) {
            if (modules.containsKey(bare + candidate)) {
                return bare + candidate;
            }
        }
        return name;
    }

    private static String folderOf(String name) {
        int slash = name.lastIndexOf('/');
        return slash < 0 ? "" : name.substring(0, slash);
    }

    /// A name without `.` and `..`; a name that leaves the root keeps its `..` and so is never found.
    static String normalize(String folder, String specifier) {
        Deque<String> steps = new ArrayDeque<>();
        if (!specifier.startsWith("/")) {
            addSteps(steps, folder);
        }
        addSteps(steps, specifier);
        String name = String.join("/", steps);
        return name.isEmpty() ? specifier : name;
    }

    private static void addSteps(Deque<String> steps, String path) {
        for (String step : path.split("/", -1)) {
            if (step.equals("..")) {
                if (steps.isEmpty() || steps.peekLast().equals("..")) {
                    steps.addLast("..");
                } else {
                    steps.removeLast();
                }
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
    }

    /// The path of a name: its own for an ECMAScript module, a generated one otherwise.
    private String pathOf(String name) {
        String key = modules.containsKey(name) ? name : "./" + name;
        WorkerModule module = modules.get(key);
        boolean plain = (module instanceof WorkerModule.EsModule || module instanceof WorkerModule.TypeScriptModule)
                && !name.endsWith(".json")
                && !name.endsWith(".wasm");
        if (plain || module == null) {
            return name;
        }
        return GENERATED + name + GENERATED_SUFFIX;
    }

    // ---- sources ----

    /// The JavaScript that the engine reads for a path.
    String source(String path) {
        if (path.equals(INTERNAL)) {
            return INTERNAL_SOURCE;
        }
        if (path.equals(USING_PATH)) {
            return useInternal() + "export const begin = use('kernel/using').begin;";
        }
        if (path.startsWith(GENERATED)) {
            String name = path.substring(GENERATED.length(), path.length() - GENERATED_SUFFIX.length());
            return generated(name);
        }
        lastImporter = path;
        String source = sourceOf(path);
        if (source != null) {
            return source;
        }
        if (firstMissing == null) {
            firstMissing = path;
        }
        return "throw new Error(" + quote("No such module \"" + shown(path) + "\".") + ");";
    }

    private @Nullable String sourceOf(String name) {
        String source = sources.get(name);
        return source != null ? source : sources.get("./" + name);
    }

    private String generated(String name) {
        String source = sourceOf(name);
        if (source != null) {
            return source;
        }
        String builtin = BuiltinModules.source(name);
        if (builtin != null) {
            return builtin;
        }
        return useInternal() + "export default use('modules/values').get(" + quote(name) + ");";
    }

    private static String shown(String path) {
        return path.startsWith(GENERATED)
                ? path.substring(GENERATED.length(), path.length() - GENERATED_SUFFIX.length())
                : path;
    }

    /// A JavaScript string literal.
    static String quote(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ' || c == '\u2028' || c == '\u2029') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }
}
