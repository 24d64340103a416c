package dev.dynamicworkers.playground.app.panel.problems.lint;

import dev.dynamicworkers.playground.app.code.highlight.Language;
import dev.dynamicworkers.playground.app.session.FileRole;
import dev.dynamicworkers.playground.app.session.Problem;
import dev.dynamicworkers.playground.app.session.ProjectOutline;
import dev.dynamicworkers.playground.app.session.ProjectTexts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Reads the code of a project for what a sandbox refuses, or what gives away more than it looks like. Safe on any
/// thread. Works on lines without a grammar, so each rule looks only for what has one meaning.
public final class SandboxLint {
    private static final int MOST = 200;
    private static final String NAME = "([\\p{L}_$][\\p{L}\\p{N}_$]*)";
    private static final Sign ENV_NAME = Sign.of("(?<![.\\w$])(?:this\\.)?env\\." + NAME, "env.");
    private static final Sign ENV_OBJECT = Sign.of("\\benv\\s*:\\s*\\{", "env");
    private static final Sign ENV_WHOLE = Sign.of(
            "\\benv\\s*:\\s*(?:this\\.)?env\\b(?!\\s*[.\\[])|\\benv\\s*:\\s*\\{\\s*\\.\\.\\.(?:this\\.)?env\\b", "env");
    private static final Sign FETCH = Sign.of("(?<![.\\w$])fetch\\s*\\((?![^)]*\\)\\s*\\{)", "fetch");
    private static final Sign MAIN_MODULE = Sign.of("\\bmainModule\\s*:", "mainModule");
    private static final Sign NO_OUTBOUND = Sign.of("\\bglobalOutbound\\s*:\\s*null\\b", "globalOutbound");
    private static final Sign OUTBOUND = Sign.of("\\bglobalOutbound\\b", "globalOutbound");
    private static final Sign DATE = Sign.of("\\bcompatibilityDate\\b", "compatibilityDate");
    private static final Sign EVAL = Sign.of("(?<![.\\w$])(eval|new\\s+Function)\\s*\\(", "eval", "Function");
    private static final Sign REQUIRE =
            Sign.of("(?<![.\\w$])(require\\s*\\(|module\\.exports\\b)", "require", "module.exports");
    private static final Sign EXPORT_DEFAULT =
            Sign.of("\\bexport\\s+default\\b|\\bexport\\s*\\{[^}]*\\bas\\s+default\\b|\\bexport\\s*\\*", "export");
    private static final Sign SECRET = Sign.of(
            "['\"`](sk-[A-Za-z0-9_-]{16,}|AKIA[0-9A-Z]{16}|ghp_[A-Za-z0-9]{30,}|xox[abp]-[A-Za-z0-9-]{16,})['\"`]",
            "sk-",
            "AKIA",
            "ghp_",
            "xox");
    private static final Sign TOP_LEVEL_IO =
            Sign.of("^(?:(?:const|let|var)\\s+[^=]*=\\s*)?await\\s+(?:fetch|caches)\\b", "await");
    private static final Sign TIMER_TEXT =
            Sign.of("\\bset(?:Timeout|Interval)\\s*\\(\\s*\"", "setTimeout", "setInterval");

    private final ProjectOutline outline;
    private final List<CodeFile> files;
    private final Set<String> given = new HashSet<>();
    private final List<Problem> found = new ArrayList<>();
    private final boolean knowsGiven;
    private final boolean blocked;

    private SandboxLint(ProjectOutline outline, List<CodeFile> files) {
        this.outline = outline;
        this.files = files;
        boolean known = false;
        boolean closed = false;
        for (CodeFile file : files) {
            if (role(file) == FileRole.PARENT) {
                known |= readGiven(file);
                closed |= file.has(NO_OUTBOUND);
            }
        }
        knowsGiven = known;
        blocked = closed;
    }

    /// Reads all code of a project.
    ///
    /// @param known files that were read before
    public static List<Problem> of(ProjectTexts texts, ProjectOutline outline, CodeFiles known) {
        List<CodeFile> files = new ArrayList<>();
        Set<String> paths = new HashSet<>();
        for (String path : texts.paths()) {
            FileRole role = outline.role(path);
            Language language = Language.of(path);
            boolean code = language == Language.JAVASCRIPT || language == Language.TYPESCRIPT;
            boolean read = code && (role == FileRole.PARENT || role == FileRole.DYNAMIC);
            if (read && !path.endsWith(".d.ts")) {
                paths.add(path);
                known.file(texts, path, language).ifPresent(files::add);
            }
        }
        known.keepOnly(paths);
        return new SandboxLint(outline, files).read();
    }

    private FileRole role(CodeFile file) {
        return outline.role(file.path());
    }

    private List<Problem> read() {
        Consumer<Problem> out = problem -> {
            if (found.size() < MOST) {
                found.add(problem);
            }
        };
        for (CodeFile file : files) {
            if (role(file) == FileRole.PARENT) {
                parentRules(file, out);
            } else {
                dynamicRules(file, out);
            }
            commonRules(file, out);
        }
        return found;
    }

    /// Collects the names that the parent puts into `env` of dynamic workers.
    ///
    /// @return whether there is such an object
    private boolean readGiven(CodeFile file) {
        boolean any = false;
        if (file.inCode(ENV_OBJECT).isEmpty()) {
            return false;
        }
        List<String> lines = file.mask().code();
        for (int line = 0; line < lines.size(); line++) {
            var start = ENV_OBJECT.pattern().matcher(lines.get(line));
            if (start.find()) {
                any = true;
                collectKeys(lines, line, start.end());
            }
        }
        return any;
    }

    private void collectKeys(List<String> lines, int line, int column) {
        int depth = 1;
        StringBuilder outer = new StringBuilder("{");
        for (int at = line; at < lines.size() && depth > 0; at++) {
            String text = lines.get(at);
            for (int i = at == line ? column : 0; i < text.length() && depth > 0; i++) {
                char c = text.charAt(i);
                if ("{[(".indexOf(c) >= 0) {
                    depth++;
                } else if ("}])".indexOf(c) >= 0) {
                    depth--;
                }
                if (depth == 1) {
                    outer.append("}])".indexOf(c) >= 0 ? ' ' : c);
                }
            }
            outer.append(' ');
        }
        for (String part : outer.substring(1).split(",")) {
            String key = part.split(":", 2)[0].strip().replaceAll("\\W*$", "");
            if (part.contains("...")) {
                given.add("*");
            } else if (key.matches("[\\p{L}_$][\\p{L}\\p{N}_$]*")) {
                given.add(key);
            }
        }
    }

    private void parentRules(CodeFile file, Consumer<Problem> out) {
        boolean typed = !outline.name().isEmpty();
        for (CodeFile.Hit hit : file.inCode(ENV_NAME)) {
            String name = hit.group(1);
            if (typed && !outline.bindings().containsKey(name)) {
                file.report(
                        out,
                        hit,
                        Problem.Severity.WARNING,
                        "env." + name + " is not declared in the configuration",
                        "It is undefined at run time.",
                        new Problem.Fix("Declare " + name + " as a var", "wrangler.jsonc", 0, "vars." + name, "\"\""));
            }
        }
        for (CodeFile.Hit hit : file.inCode(ENV_WHOLE)) {
            file.report(
                    out,
                    hit,
                    Problem.Severity.WARNING,
                    "The dynamic worker gets the whole env of its parent",
                    "Every binding and secret is granted; name the ones it needs.");
        }
        List<CodeFile.Hit> workers = file.inCode(MAIN_MODULE);
        if (!workers.isEmpty() && !file.has(DATE)) {
            CodeFile.Hit hit = workers.getFirst();
            file.report(
                    out,
                    hit,
                    Problem.Severity.ERROR,
                    "A dynamic worker needs a compatibilityDate",
                    "Loading it without one is refused.",
                    insertBefore(file, hit, "compatibilityDate: '" + date() + "', ", "Add compatibilityDate"));
        }
        if (!workers.isEmpty() && !file.has(OUTBOUND)) {
            CodeFile.Hit hit = workers.getFirst();
            file.report(
                    out,
                    hit,
                    Problem.Severity.WARNING,
                    "The dynamic worker has the network of its parent",
                    "globalOutbound: null blocks it; a binding of the parent can filter it.",
                    insertBefore(file, hit, "globalOutbound: null, ", "Block its network"));
        }
        if (file.path().equals(outline.main()) && !file.has(EXPORT_DEFAULT) && !file.has(REQUIRE)) {
            out.accept(new Problem(
                    Problem.Severity.WARNING,
                    "The main module has no default export",
                    "Requests need export default { fetch(request, env, ctx) { ... } }.",
                    new dev.dynamicworkers.playground.app.session.Place(file.path(), 1, 1),
                    Problem.Source.LINT));
        }
    }

    private static Problem.Fix insertBefore(CodeFile file, CodeFile.Hit hit, String text, String title) {
        return new Problem.Fix(title, file.path(), hit.line(), "mainModule", text + "mainModule");
    }

    private String date() {
        return outline.compatibilityDate().isEmpty() ? "2026-01-01" : outline.compatibilityDate();
    }

    private void dynamicRules(CodeFile file, Consumer<Problem> out) {
        if (knowsGiven && !given.contains("*")) {
            for (CodeFile.Hit hit : file.inCode(ENV_NAME)) {
                if (!given.contains(hit.group(1))) {
                    file.report(
                            out,
                            hit,
                            Problem.Severity.WARNING,
                            "env." + hit.group(1) + " is not granted",
                            "The parent puts no " + hit.group(1) + " into the env of a dynamic worker.");
                }
            }
        }
        if (blocked) {
            for (CodeFile.Hit hit : file.inCode(FETCH)) {
                boolean declaration =
                        hit.text().substring(0, hit.match().start()).matches(".*\\b(?:async|function)\\s*\\*?\\s*|\\s*")
                                && hit.text().stripTrailing().endsWith("{");
                if (!declaration) {
                    file.report(
                            out,
                            hit,
                            Problem.Severity.WARNING,
                            "fetch() is refused here: the parent gives no network",
                            "globalOutbound is null; give a service binding instead.");
                }
            }
        }
    }

    private static void commonRules(CodeFile file, Consumer<Problem> out) {
        for (CodeFile.Hit hit : file.inCode(EVAL)) {
            file.report(
                    out,
                    hit,
                    Problem.Severity.WARNING,
                    "Workers don't make code from strings",
                    "eval and new Function throw; a worker loader runs code in an isolate of its own.");
        }
        for (CodeFile.Hit hit : file.inCode(TIMER_TEXT)) {
            file.report(out, hit, Problem.Severity.WARNING, "A timer takes a function, not a string", "");
        }
        List<CodeFile.Hit> required = file.inCode(REQUIRE);
        boolean isModule = !required.isEmpty() && (file.path().endsWith(".mjs") || file.has(EXPORT_DEFAULT));
        for (CodeFile.Hit hit : isModule ? required : List.<CodeFile.Hit>of()) {
            file.report(
                    out,
                    hit,
                    Problem.Severity.WARNING,
                    "require and module.exports don't exist in an ES module",
                    "Use import and export.");
        }
        for (CodeFile.Hit hit : file.inText(SECRET)) {
            file.report(
                    out,
                    hit,
                    Problem.Severity.WARNING,
                    "This looks like a secret",
                    "Put it into .dev.vars; whoever gets this code gets it too.");
        }
        for (CodeFile.Hit hit : file.inCode(TOP_LEVEL_IO)) {
            file.report(
                    out,
                    hit,
                    Problem.Severity.ERROR,
                    "The global scope can't do I/O",
                    "fetch and caches work in handlers only.");
        }
    }
}
