package dev.dynamicworkers.playground.core.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/// What the parent's code gives its dynamic workers is found, however it is written, and taken from it.
@ExtendWith(SharedLanguageProcess.class)
@ResourceLock(SharedLanguageProcess.LOCK)
final class NarrowingTest {
    private static final Narrowing ALL_KINDS =
            new Narrowing(List.of("LOADER"), List.of("KEY"), /* block= */ true, Map.of("cpuMs", 20L));

    private final LanguageService service;

    NarrowingTest(SharedLanguageProcess.Shared shared) {
        service = shared.service();
    }

    private List<CodeAnswer.LoaderSite> sites(Map<String, String> files, Narrowing wanted)
            throws InterruptedException, ExecutionException, TimeoutException {
        CodeTexts texts = new CodeTexts(
                files,
                Set.of(),
                Map.of(),
                "interface Env { LOADER: WorkerLoader; KEY: string; }",
                "interface Env { [name: string]: any }",
                /* checkScripts= */ false);
        return service.narrow(texts, wanted).get(120, TimeUnit.SECONDS);
    }

    private CodeAnswer.LoaderSite site(String code) throws InterruptedException, ExecutionException, TimeoutException {
        List<CodeAnswer.LoaderSite> all = sites(Map.of("src/index.js", code), ALL_KINDS);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    /// The text with the edits of the only place in it.
    private String narrowed(String code) throws InterruptedException, ExecutionException, TimeoutException {
        CodeAnswer.LoaderSite site = site(code);
        assertThat(site.refusal()).isEmpty();
        return applied(code, site.edits());
    }

    private static String applied(String code, List<CodeAnswer.Edit> edits) {
        StringBuilder text = new StringBuilder(code);
        edits.stream()
                .sorted((a, b) -> Integer.compare(b.span().start(), a.span().start()))
                .forEach(edit -> text.replace(edit.span().start(), edit.span().end(), edit.text()));
        return text.toString();
    }

    @Test
    void propertiesOfALiteralGoAndComeWithTheirCommasAndLines()
            throws InterruptedException, ExecutionException, TimeoutException {
        assertThat(narrowed("""
            export default {
              async fetch(request, env, ctx) {
                return env.LOADER.get('greeter', async () => ({
                  mainModule: 'm.js',
                  modules: { 'm.js': code },
                  env: {
                    // What it may know.
                    KEY: env.KEY, // secret
                    MODE: 'demo',
                  },
                  limits: { cpuMs: 50, subRequests: 5 },
                })).getEntrypoint().fetch(request);
              },
            };
            """)).isEqualTo("""
                export default {
                  async fetch(request, env, ctx) {
                    return env.LOADER.get('greeter', async () => ({
                      mainModule: 'm.js',
                      modules: { 'm.js': code },
                      env: {
                        MODE: 'demo',
                      },
                      limits: { cpuMs: 20, subRequests: 5 },
                      globalOutbound: null,
                    })).getEntrypoint().fetch(request);
                  },
                };
                """);
        assertThat(narrowed("env.LOADER.load({ env: { MODE: 1, KEY: 2 }, globalOutbound: ctx.exports.Out() });"))
                .isEqualTo("env.LOADER.load({ env: { MODE: 1 }, globalOutbound: null, limits: { cpuMs: 20 } });");
        assertThat(narrowed("env.LOADER.load({ env: { KEY }, limits: { cpuMs: most }, globalOutbound: null });"))
                .isEqualTo(
                        "env.LOADER.load({ env: {}, limits: { cpuMs: Math.min(most, 20) }, globalOutbound: null });");
        assertThat(narrowed("env.LOADER.load({ limits: { cpuMs: 5 }, globalOutbound: null });"))
                .isEqualTo("env.LOADER.load({ limits: { cpuMs: 5 }, globalOutbound: null });");
    }

    @Test
    void aKeyIsHandedOver() throws InterruptedException, ExecutionException, TimeoutException {
        Narrowing gift =
                new Narrowing(List.of("LOADER"), List.of(), /* block= */ false, Map.of(), Map.of("MODE", "env.MODE"));
        String code =
                "env.LOADER.load({ env: { A: 1 } }); env.LOADER.load({ mainModule: 'm' }); env.LOADER.load({ env });";
        List<CodeAnswer.LoaderSite> all = sites(Map.of("src/index.js", code), gift);
        assertThat(applied(
                        code,
                        all.stream().flatMap(site -> site.edits().stream()).toList()))
                .isEqualTo("env.LOADER.load({ env: { A: 1, MODE: env.MODE } });"
                        + " env.LOADER.load({ mainModule: 'm', env: { MODE: env.MODE } }); env.LOADER.load({ env });");
        assertThat(all.getLast().left())
                .containsExactly(
                        "env at src/index.js:1 is env, which is not one object of the source; add the key there.");
    }

    @Test
    void namesFunctionsAndOtherFilesLeadToTheObject()
            throws InterruptedException, ExecutionException, TimeoutException {
        String code = """
            import { workerCode } from './code.js';
            const shared = { KEY: 'x', MODE: 'demo' };
            const { LOADER } = env;
            export const one = (id) => LOADER.get(id, () => workerCode('a', { env: { ...shared } }));
            """;
        String made = """
            export function workerCode(text, extra) {
              return { mainModule: 'm', modules: { m: text }, globalOutbound: null, ...extra };
            }
            """;
        CodeAnswer.LoaderSite site = sites(Map.of("src/index.js", code, "src/code.js", made), ALL_KINDS)
                .getFirst();
        assertThat(site.refusal()).isEmpty();
        assertThat(site.name()).isEmpty();
        assertThat(site.named()).isTrue();
        Function<String, List<CodeAnswer.Edit>> of = path -> site.edits().stream()
                .filter(edit -> edit.span().path().equals(path))
                .toList();
        assertThat(applied(code, of.apply("src/index.js"))).contains("const shared = { MODE: 'demo' };");
        assertThat(applied(made, of.apply("src/code.js"))).contains("...extra, limits: { cpuMs: 20 } };");
        assertThat(site.left())
                .containsExactly("workerCode() makes the object: what changes there, changes for all that call it.");
    }

    @Test
    void whatIsNoObjectOfTheSourceIsSaid() throws InterruptedException, ExecutionException, TimeoutException {
        assertThat(site("env.LOADER.get('a', () => JSON.parse(text));").refusal())
                .isEqualTo("The code at src/index.js:1 is what JSON.parse() gives.");
        assertThat(site("env.LOADER.load(big ? { env: {} } : { env: { KEY: 1 } });")
                        .refusal())
                .isEqualTo("The code at src/index.js:1 is chosen by a condition.");
        assertThat(site("env.LOADER.load({ env, limits });").left())
                .containsExactly(
                        "env at src/index.js:1 is env, which is not one object of the source; write it as an object"
                                + " with its keys.",
                        "limits at src/index.js:1 is limits, which is not one object of the source; lower them there.");
        assertThat(site("env.LOADER.load({ env: { ...given(), MODE: 1 } });").left())
                .containsExactly("KEY may come out of ...given() at src/index.js:1; take it out there.");
        assertThat(sites(Map.of("src/index.js", "env.KV.get('a'); map.load({});"), ALL_KINDS))
                .isEmpty();
    }
}
