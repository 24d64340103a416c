package dev.dynamicworkers.playground.core.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.project.ProjectReader;
import dev.dynamicworkers.playground.core.runtime.Invocation;
import dev.dynamicworkers.playground.core.runtime.InvocationResult;
import dev.dynamicworkers.playground.core.runtime.LocalRuntime;
import dev.dynamicworkers.playground.core.runtime.RequestBody;
import dev.dynamicworkers.playground.core.runtime.RunningProject;
import dev.dynamicworkers.playground.core.runtime.RuntimeOptions;
import dev.dynamicworkers.playground.core.runtime.WorkerRuntime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Packages of the npm registry, unchanged, as modules of one dynamic worker: path-to-regexp finds the route, zod
/// validates
/// the query, dayjs reckons the date, mustache writes the page. The build unpacks them from Maven Central.
@Tag("samples")
final class NpmPackagesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path PACKAGES = Path.of("target", "npm-packages", "META-INF", "resources", "webjars");

    private static final String CONFIG = """
        { "name": "packages", "main": "index.js", "compatibility_date": "2026-01-01",
          "worker_loaders": [{ "binding": "LOADER" }] }
        """;

    private static final String PARENT = """
        import modules from './modules.json';
        export default {
          fetch(request, env) {
            const worker = env.LOADER.get('packages', () => ({ compatibilityDate: '2026-01-01', mainModule: 'main.js', modules }));
            return worker.getEntrypoint().fetch(request);
          },
        };
        """;

    private static final String CHILD = """
        import Mustache from './mustache.mjs';
        import { z } from './zod/index.cjs.js';
        import dayjs from './dayjs.min.js';
        import pathToRegexp from './index.js';

        const route = pathToRegexp.match('/invoices/:id/:format(html|json)');
        const Query = z.object({
          due: z.string().regex(/^\\d{4}-\\d\\d-\\d\\d$/),
          days: z.coerce.number().int().positive().max(90).default(30),
          lines: z.string().transform((text) => text.split(',')).pipe(z.array(z.enum(['tea', 'cake'])).nonempty()),
        });
        const PAGE = '<h1>Invoice {{id}}</h1><ul>{{#lines}}<li>{{.}}</li>{{/lines}}</ul><p>{{due}} & {{{raw}}}</p>';

        export default {
          fetch(request) {
            const url = new URL(request.url);
            const found = route(url.pathname);
            if (!found) return new Response('no such page', { status: 404 });
            const query = Query.safeParse(Object.fromEntries(url.searchParams));
            if (!query.success) {
              return Response.json(query.error.issues.map(({ path, message }) => path.join('.') + ': ' + message), { status: 400 });
            }
            const { due, days, lines } = query.data;
            const last = dayjs(due).add(days, 'day').format('dddd, D MMMM YYYY');
            if (found.params.format === 'json') return Response.json({ ...found.params, last, lines });
            const html = Mustache.render(PAGE, { id: found.params.id, lines, due: '<' + last + '>', raw: '&amp;' });
            return new Response(html, { headers: { 'content-type': 'text/html' } });
          },
        };
        """;

    @Test
    void routerValidatorDatesAndTemplatesWorkTogether(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("wrangler.jsonc"), CONFIG);
        Files.writeString(folder.resolve("index.js"), PARENT);
        Files.writeString(folder.resolve("modules.json"), JSON.writeValueAsString(modules()));
        try (WorkerRuntime runtime = LocalRuntime.start()) {
            RunningProject project =
                    runtime.start(new ProjectReader().read(folder, Map.of()), RuntimeOptions.DEFAULT, event -> {});

            assertThat(get(project, "/invoices/7/html?due=2026-01-31&lines=tea,cake"))
                    .isEqualTo("200 <h1>Invoice 7</h1><ul><li>tea</li><li>cake</li></ul>"
                            + "<p>&lt;Monday, 2 March 2026&gt; & &amp;</p>");
            assertThat(get(project, "/invoices/a%20b/json?due=2024-02-28&days=1&lines=tea"))
                    .isEqualTo("200 {\"id\":\"a%20b\",\"format\":\"json\",\"last\":\"Thursday, 29 February"
                            + " 2024\",\"lines\":[\"tea\"]}");
            assertThat(get(project, "/invoices/7/json?due=tomorrow&days=99&lines=gin"))
                    .startsWith("400 [\"due: Invalid\",\"days: Number must be less than or equal to 90\",\"lines.0:"
                            + " Invalid enum value.");
            assertThat(get(project, "/invoices/7/pdf")).isEqualTo("404 no such page");
            project.close();
        }
    }

    private static Map<String, Object> modules() throws IOException {
        Map<String, Object> modules = new TreeMap<>();
        modules.put("main.js", Map.of("js", CHILD));
        modules.put("zod/index.cjs.js", Map.of("js", "import zod from './index.cjs'; export const z = zod.z;"));
        try (var files = Files.walk(PACKAGES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                boolean isEsm = file.toString().endsWith(".mjs");
                modules.put(moduleName(file), Map.of(isEsm ? "js" : "cjs", Files.readString(file)));
            }
        }
        return modules;
    }

    /// A file of zod keeps its path, since its files require one another; the others are one file each.
    private static String moduleName(Path file) {
        Path inside = PACKAGES.relativize(file);
        String name = inside.getName(0).toString();
        Path path = inside.subpath(2, inside.getNameCount());
        return name.equals("zod")
                ? "zod/" + path.toString().replace('\\', '/')
                : path.getFileName().toString();
    }

    private static String get(RunningProject project, String path) {
        var request = new Invocation.Fetch("GET", "http://shop.test" + path, List.of(), new RequestBody.None(), null);
        InvocationResult result =
                project.dispatch(request).orTimeout(60, TimeUnit.SECONDS).join();
        assertThat(result.error()).isNull();
        InvocationResult.WorkerResponse response = result.response();
        assertThat(response).isNotNull();
        return response.status() + " " + new String(response.body(), StandardCharsets.UTF_8);
    }
}
