package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.core.project.secret.Secrets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What the window knows of a project without running it.
///
/// @param name the worker's name
/// @param main path of the main module, empty when the project could not be read
/// @param dynamicFiles paths of the files whose text the parent loads into dynamic workers
/// @param problems what its author should know
/// @param kinds what importing a file gives, by path: `es module`, `text`, ...; only files that can be imported
/// @param bindings kinds of the properties of the parent's `env`, by name
/// @param compatibilityDate as the configuration has it, empty when it has none
/// @param env declaration of the parent's `Env` in TypeScript
/// @param secrets whose values are kept out of what leaves the window
/// @param mainText text of the main module as it was read, empty when it is not known
public record ProjectOutline(
        String name,
        String main,
        Set<String> dynamicFiles,
        List<Problem> problems,
        Map<String, String> kinds,
        Map<String, String> bindings,
        String compatibilityDate,
        String env,
        Secrets secrets,
        String mainText) {
    /// What is known before the project was read.
    public static final ProjectOutline UNKNOWN = new ProjectOutline("", "", Set.of(), List.of());

    private static final String DYNAMIC_FOLDER = "dynamic/";
    private static final Pattern CODE = Pattern.compile("\\.[cm]?[jt]sx?$");
    private static final String REQUEST_SUFFIX = ".http";

    public ProjectOutline {
        dynamicFiles = Set.copyOf(dynamicFiles);
        problems = List.copyOf(problems);
        kinds = Map.copyOf(kinds);
        bindings = Map.copyOf(bindings);
    }

    /// Of a project whose `Env` nobody asks for.
    public ProjectOutline(
            String name,
            String main,
            Set<String> dynamicFiles,
            List<Problem> problems,
            Map<String, String> kinds,
            Map<String, String> bindings,
            String compatibilityDate) {
        this(
                name,
                main,
                dynamicFiles,
                problems,
                kinds,
                bindings,
                compatibilityDate,
                EnvTypes.UNKNOWN,
                Secrets.NONE,
                "");
    }

    /// Of a project whose modules and bindings are not known.
    public ProjectOutline(String name, String main, Set<String> dynamicFiles, List<Problem> problems) {
        this(name, main, dynamicFiles, problems, Map.of(), Map.of(), "", EnvTypes.UNKNOWN, Secrets.NONE, "");
    }

    /// What a file is to this project.
    public FileRole role(String path) {
        if (path.endsWith(REQUEST_SUFFIX)) {
            return FileRole.REQUEST;
        }
        if (dynamicFiles.contains(path) || (path.startsWith(DYNAMIC_FOLDER) && isCode(path))) {
            return FileRole.DYNAMIC;
        }
        if (isCode(path)) {
            return FileRole.PARENT;
        }
        boolean config = path.startsWith("wrangler.") || path.equals("package.json") || path.equals("tsconfig.json");
        return config ? FileRole.CONFIG : FileRole.OTHER;
    }

    private static boolean isCode(String path) {
        return CODE.matcher(path).find();
    }
}
