package dev.dynamicworkers.playground.core.project.share;

import dev.dynamicworkers.playground.core.project.ConfigProblem;
import dev.dynamicworkers.playground.core.project.ConfigProblem.Severity;
import dev.dynamicworkers.playground.core.project.ModuleFile;
import dev.dynamicworkers.playground.core.project.ModuleType;
import dev.dynamicworkers.playground.core.project.PlaygroundFile;
import dev.dynamicworkers.playground.core.project.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what a project owes to the playground: it works here and not on Cloudflare.
final class Portability {
    private static final Pattern SHORT_FORM = Pattern.compile("\\.load\\s*\\(\\s*\\{\\s*code\\b\\s*[:,}]");
    private static final Pattern ANSWER = Pattern.compile("\"(fixture|ask|answer)\"");
    private static final Pattern TAKEN = Pattern.compile("\"(off|read-only|deny|limits)\"");
    private static final Pattern TYPESCRIPT = Pattern.compile(".*\\.[cm]?tsx?(\\.txt)?");

    private final List<ConfigProblem> found = new ArrayList<>();

    private Portability() {}

    /// All that was found, by file.
    static List<ConfigProblem> of(Project project) {
        Portability portability = new Portability();
        project.modules().values().forEach(portability::module);
        portability.rules(project.folder(), PlaygroundFile.NAME);
        return portability.found;
    }

    private void module(ModuleFile module) {
        if (module.type() == ModuleType.TEXT
                && TYPESCRIPT.matcher(module.path()).matches()) {
            found.add(new ConfigProblem(
                    Severity.WARNING,
                    module.path(),
                    1,
                    1,
                    "TypeScript is handed to the loader as it is; only the playground takes types away.",
                    "Hand over JavaScript: compile it first, or use createWorker() of @cloudflare/worker-bundler."));
        }
        if (module.type() == ModuleType.ES_MODULE || module.type() == ModuleType.COMMON_JS) {
            each(
                    SHORT_FORM,
                    new String(module.bytes(), StandardCharsets.UTF_8),
                    module.path(),
                    "load({ code }) is a short form of the playground.",
                    match -> "Write load({ compatibilityDate, mainModule: 'main.js', modules: { 'main.js': code } }).");
        }
    }

    private void rules(Path folder, String name) {
        String text;
        try {
            text = Files.readString(folder.resolve(name));
        } catch (IOException absent) {
            return;
        }
        each(
                ANSWER,
                text,
                name,
                "Calls are answered or asked about here; on Cloudflare they go to what is bound.",
                match -> "Put a worker of your own between the dynamic worker and the binding.");
        each(
                TAKEN,
                text,
                name,
                "This rule is the playground's; on Cloudflare the dynamic worker has what the parent's code gives.",
                match -> match.equals("\"limits\"")
                        ? "Write the limits into the code: limits: { cpuMs, subRequests }."
                        : "Take it from the env that the parent passes to the loader.");
    }

    private interface Hint {
        String of(String match);
    }

    private void each(Pattern pattern, String text, String file, String message, Hint hint) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher match = pattern.matcher(lines[i]);
            if (match.find()) {
                found.add(new ConfigProblem(
                        Severity.WARNING, file, i + 1, match.start() + 1, message, hint.of(match.group())));
            }
        }
    }
}
