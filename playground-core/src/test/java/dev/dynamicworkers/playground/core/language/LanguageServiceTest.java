package dev.dynamicworkers.playground.core.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/// One process is asked everything that editors ask, about one project. By default about the parent's code only:
/// `-Dlanguage.all=true` asks the rest, too.
@ExtendWith(SharedLanguageProcess.class)
@ResourceLock(SharedLanguageProcess.LOCK)
final class LanguageServiceTest {
    private static final String PARENT = """
        import { WorkerEntrypoint } from 'cloudflare:workers';
        import code from '../dynamic/greeter.js';

        /** Greets. */
        export class Greeter extends WorkerEntrypoint {
          greet(name) {
            return 'Hello, ' + name;
          }
        }

        export default {
          async fetch(request, env, ctx) {
            const stub = env.LOADER.get('greeter', () => ({ compatibilityDate: '2026-01-01', mainModule: 'm', modules: { m: code } }));
            env.NOPE;
            console.log(undefinedName, request.url);
            return stub.getEntrypoint().fetch(request);
          },
        };

        import { httpServerHandler } from 'cloudflare:node';
        import { NonRetryableError } from 'cloudflare:workflows';
        addEventListener('unhandledrejection', (event) => event.reason);
        new MessageChannel().port1.postMessage([httpServerHandler, NonRetryableError, Cloudflare.compatibilityFlags.x, Buffer]);
        """;
    private static final String DYNAMIC = """
        import { helper } from './anything.js';
        export default {
          async fetch(request, env) {
            return new Response(await env.GREETER.greet(helper(request.)));
          },
        };
        """;
    private static final String TYPED = """
        export function twice(value: number, times = 2): number {
          return value * times;
        }
        const text: string = twice(3);
        """;

    private static CodeTexts texts() {
        return new CodeTexts(
                Map.of("src/index.js", PARENT, "dynamic/greeter.js", DYNAMIC, "src/math.ts", TYPED),
                Set.of("dynamic/greeter.js"),
                Map.of("dynamic/greeter.js", "text"),
                "interface Env { LOADER: WorkerLoader; GREETINGS: KVNamespace; }",
                "interface Env { [name: string]: any }",
                /* checkScripts= */ false);
    }

    private static <T> T get(CompletableFuture<T> answer)
            throws InterruptedException, ExecutionException, TimeoutException {
        return answer.get(120, TimeUnit.SECONDS);
    }

    private static List<String> labels(List<CodeAnswer.Proposal> proposals) {
        return proposals.stream().map(CodeAnswer.Proposal::label).toList();
    }

    @Test
    void oneProcessAnswersWhatEditorsAsk(SharedLanguageProcess.Shared shared)
            throws InterruptedException, ExecutionException, TimeoutException {
        LanguageService service = shared.service();
        int afterEnv = PARENT.indexOf("env.LOADER") + "env.".length();
        assertThat(labels(get(service.complete(texts(), "src/index.js", afterEnv))))
                .contains("LOADER", "GREETINGS")
                .doesNotContain("fetch");
        assertThat(shared.pid().get()).isPositive();
        int afterStub = PARENT.indexOf("stub.get") + "stub.get".length();
        assertThat(labels(get(service.complete(texts(), "src/index.js", afterStub))))
                .containsExactlyInAnyOrder("getEntrypoint", "getDurableObjectClass");
        var hover = get(service.hover(texts(), "src/index.js", PARENT.indexOf("get('greeter'") + 1));
        assertThat(hover.map(CodeAnswer.Description::signature).orElse("")).contains("WorkerLoader.get");
        assertThat(hover.map(CodeAnswer.Description::documentation).orElse("")).contains("same id");

        assertThat(get(service.rename(texts(), "src/index.js", PARENT.indexOf("console") + 1, "c"))
                        .refusal())
                .isNotEmpty();
        findingsAndFixes(service);
        assertThat(get(service.format(texts(), "src/index.js", "if (a) {\nb()\n}", 4)))
                .isEqualTo("if (a) {\n    b();\n}\n");
        assertThat(get(service.format(texts(), "src/index.js", "export default {a:1,\n b:'x'}", 4)))
                .isEqualTo("export default { a: 1, b: 'x' };\n");
        if (Boolean.getBoolean("language.all")) {
            theOtherProgramAndTypes(service);
        }
    }

    @Test
    void typesAreTakenOutAsTheEngineTakesThemOut(SharedLanguageProcess.Shared shared)
            throws InterruptedException, ExecutionException, TimeoutException {
        LanguageService service = shared.service();
        var stripped =
                get(service.strip("src/math.ts", "export const twice = (value: number): number => value * 2;\n"));
        assertThat(stripped.problem()).isEmpty();
        assertThat(stripped.code()).isEqualTo("export const twice = (value)=>value * 2;\n");
        assertThat(stripped.lowered()).isFalse();

        assertThat(get(service.strip("a.ts", "{ using file = open() as Disposable; }"))
                        .lowered())
                .isTrue();

        var broken = get(service.strip("a.ts", "const a = 1;\nlet b: = 2;\n"));
        assertThat(broken.code()).isEmpty();
        assertThat(broken.problem()).isNotEmpty();
        assertThat(broken.line()).isEqualTo(2);
        assertThat(broken.column()).isEqualTo(8);
    }

    private static void theOtherProgramAndTypes(LanguageService service)
            throws InterruptedException, ExecutionException, TimeoutException {
        int afterRequest = DYNAMIC.indexOf("request.)") + "request.".length();
        assertThat(labels(get(service.complete(texts(), "dynamic/greeter.js", afterRequest))))
                .contains("headers", "url", "json");

        var signature = get(service.signature(texts(), "src/math.ts", TYPED.indexOf("3)")));
        assertThat(signature.map(found -> found.label().substring(found.start(), found.end())))
                .contains("value: number");
        var definition = get(service.define(texts(), "src/math.ts", TYPED.lastIndexOf("twice") + 1));
        assertThat(definition).containsExactly(new CodeAnswer.Span("src/math.ts", 16, 21, 1, 17));
        assertThat(get(service.references(texts(), "src/math.ts", 17))).hasSize(2);
        var renaming = get(service.rename(texts(), "src/math.ts", 17, "double"));
        assertThat(renaming.edits())
                .extracting(edit -> edit.text() + " " + edit.span().line())
                .containsExactlyInAnyOrder("double 1", "double 4");
        var found = get(service.findings(texts(), List.of("dynamic/greeter.js", "src/math.ts")));
        assertThat(found.orElseThrow())
                .extracting(one -> one.span().path() + ":" + one.span().line() + " " + one.code())
                .containsExactly("dynamic/greeter.js:4 1003", "src/math.ts:4 2322");
    }

    private static void findingsAndFixes(LanguageService service)
            throws InterruptedException, ExecutionException, TimeoutException {
        var found = get(service.findings(texts(), List.of("src/index.js")));
        assertThat(found.orElseThrow())
                .extracting(one -> one.span().path() + ":" + one.span().line() + " " + one.code())
                .containsExactly("src/index.js:14 2339", "src/index.js:15 2552");
        String broken = "export const answer = asnwer;\nconst answre = 1;\nconsole.log(answrre);\n";
        CodeTexts wrong = new CodeTexts(Map.of("a.js", broken), Set.of(), Map.of(), "", "", /* checkScripts= */ false);
        int at = broken.indexOf("answrre");
        Optional<CodeAnswer.Repair> repair = get(service.fixes(wrong, "a.js", at, at)).stream()
                .filter(one -> one.title().contains("answre"))
                .findFirst();
        assertThat(repair.map(one -> one.edits().getFirst().text())).contains("answre");
    }
}
