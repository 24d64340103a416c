package dev.dynamicworkers.playground.core.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Workers in the old syntax, without exports, and the events of the global scope.
final class ServiceWorkerTest {
    private static final String WORKER = """
        const seen = [];
        addEventListener('unhandledrejection', (event) => {
          seen.push('unhandled ' + event.reason.message + ' ' + (event.promise instanceof Promise));
          event.preventDefault();
        });
        addEventListener('error', (event) => {
          seen.push('error ' + event.message + ' ' + event.error.message);
          event.preventDefault();
        });

        async function answer(event, path) {
          if (path === '/ports') {
            const { port1, port2 } = new MessageChannel();
            const got = new Promise((resolve) => { port2.onmessage = ({ data }) => resolve(data); });
            port1.postMessage({ a: [1, new Map([['k', 2n]])] });
            const { a } = await got;
            port1.close();
            return new Response(a[0] + ' ' + a[1].get('k') + ' ' + typeof a[1].get('k'));
          }
          if (path === '/late') {
            event.waitUntil(new Promise((resolve) => setTimeout(resolve, 5)).then(() => seen.push('waited')));
            return new Response('early');
          }
          if (path === '/errors') {
            reportError(new TypeError('reported'));
            const rejected = Promise.reject(new Error('alone'));
            await new Promise((resolve) => setTimeout(resolve, 5));
            rejected.catch(() => {});
          }
          return Response.json(seen);
        }

        addEventListener('fetch', (event) => {
          const { pathname } = new URL(event.request.url);
          if (pathname !== '/silent') event.respondWith(answer(event, pathname));
        });
        """;

    private static final String SCRIPT = """
        const atStart = typeof GREETING;
        implicit = 010;
        const mode = (function () { return this === globalThis ? 'sloppy' : 'strict'; })();
        addEventListener('fetch', (event) => {
          const { pathname } = new URL(event.request.url);
          if (pathname === '/pass') return;
          if (pathname === '/text') event.respondWith('text');
          else event.respondWith(Response.json({ atStart, GREETING, own: Object.hasOwn(globalThis, 'GREETING'), export: 'no', mode, implicit: globalThis.implicit }));
        });
        """;
    private static final String SETTINGS = """
        { "name": "script", "main": "index.js", "compatibility_date": "2026-01-01", "vars": { "GREETING": "hello" } }
        """;

    @TempDir
    private Path folder;

    /// It runs in sloppy mode, bindings are variables, what no listener answers goes on to the network, and nobody is
    /// told to write a module.
    @Test
    void aScriptHasItsBindingsAsGlobalVariables() throws IOException {
        try (var project = new OneProject(
                folder, RuntimeOptions.DEFAULT, Map.of("index.js", SCRIPT, "wrangler.jsonc", SETTINGS))) {
            assertThat(project.get("/"))
                    .isEqualTo(
                            "{\"atStart\":\"string\",\"GREETING\":\"hello\",\"own\":true,\"export\":\"no\",\"mode\":\"sloppy\",\"implicit\":8}");
            assertThat(String.valueOf(project.result("/pass").error())).contains("network rules deny GET");
            assertThat(String.valueOf(project.result("/text").error()))
                    .contains("Failed to execute 'respondWith' on 'FetchEvent': parameter 1 is not of type 'Promise'.");
        }
    }

    @Test
    void listenersAnswerAndHearOfErrors() throws IOException {
        try (var project = new OneProject(folder, RuntimeOptions.DEFAULT, Map.of("index.js", WORKER))) {
            assertThat(project.get("/ports")).isEqualTo("1 2 bigint");
            assertThat(project.get("/late")).isEqualTo("early");
            assertThat(project.get("/seen")).isEqualTo("[\"waited\"]");
            assertThat(project.get("/errors"))
                    .isEqualTo("[\"waited\",\"error Uncaught TypeError: reported reported\",\"unhandled alone true\"]");
        }
    }
}
