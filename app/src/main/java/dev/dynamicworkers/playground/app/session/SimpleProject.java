package dev.dynamicworkers.playground.app.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Makes projects whose author writes the dynamic worker only, see {@link SimpleMode}.
public final class SimpleProject {
    private static final String DATE = "2026-06-01";
    private static final String CODE = """
        export default {
          async fetch(request, env) {
            const name = new URL(request.url).searchParams.get('name') ?? 'World';
            return new Response(`${env.GREETING}, ${name}!`);
          },
        };
        """;

    /// Where a text can't be JavaScript: a type after a name or a list of parameters, or a word that declares types.
    private static final Pattern TYPES = Pattern.compile(
            "^\\s*(export\\s+)?(interface|type)\\s+[A-Z]\\w*[^;]*[{=]|^\\s*import\\s+type\\b"
                + "|[\\w)]\\??\\s*:\\s*(string|number|boolean|unknown|any|void|Env|Request|ExecutionContext|Promise<)"
                + "[\\s,)=;>\\[{]|\\)\\s*:\\s*Promise<",
            Pattern.MULTILINE);

    private SimpleProject() {}

    /// Makes a project in a new folder. Blocks.
    ///
    /// @param among the folder that gets it
    /// @param code of the dynamic worker, which then gets nothing in its env; empty for an example that greets
    /// @return the project's folder
    /// @throws IOException when the disk refuses
    public static Path create(Path among, Optional<String> code) throws IOException {
        int number = 1;
        while (Files.exists(among.resolve("simple-" + number))) {
            number++;
        }
        String name = "simple-" + number;
        Path folder = among.resolve(name);
        String suffix = code.filter(SimpleProject::isTypeScript).isPresent() ? ".ts" : ".js";
        String module = "dynamic/worker/index" + suffix;
        Map<String, String> bindings = new TreeMap<>(Map.of("LOADER", SimpleParent.LOADER));
        if (code.isEmpty()) {
            bindings.put("GREETING", "var");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("wrangler.jsonc", configuration(name, suffix, code.isEmpty() ? "{ \"GREETING\": \"Hello\" }" : "{}"));
        texts.put(module, code.orElse(CODE));
        texts.put(
                "requests/hello.http",
                code.isEmpty() ? "# Say hello\nGET http://localhost:8787/?name=Ada\n" : "GET http://localhost:8787/\n");
        texts.put(
                "src/index.js",
                new SimpleParent(Set.of(module), bindings, DATE, SimpleParent.Network.BLOCKED).text("src/index.js"));
        for (Map.Entry<String, String> file : texts.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return folder;
    }

    private static String configuration(String name, String suffix, String vars) {
        return """
            {
              "name": "%s",
              "main": "src/index.js",
              "compatibility_date": "%s",
              // What stands here is given to the dynamic worker.
              "vars": %s,
              "worker_loaders": [{ "binding": "LOADER" }],
              "rules": [{ "type": "Text", "globs": ["**/dynamic/**/*%s"], "fallthrough": true }]
            }
            """.formatted(name, DATE, vars, suffix);
    }

    /// Whether code that has no file name is TypeScript, as far as a look at it tells. JavaScript that is taken for it
    /// runs the same.
    static boolean isTypeScript(String code) {
        return TYPES.matcher(code).find();
    }
}
