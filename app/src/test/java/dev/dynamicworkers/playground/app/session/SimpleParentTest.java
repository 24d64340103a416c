package dev.dynamicworkers.playground.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SimpleParentTest {
    @Test
    void theParentGivesWhatTheConfigurationBindsAndNothingElse() {
        String text = new SimpleParent(
                        Set.of("dynamic/w/lib/b.js", "dynamic/w/index.js"),
                        Map.of("MODE", "var", "MY_NOTES", "kv", "DB", "d1", "LOAD", "worker loader"),
                        "2026-06-01",
                        SimpleParent.Network.BLOCKED)
                .text("src/index.js");
        assertThat(text)
                .startsWith(SimpleParent.MARK + "\nimport { WorkerEntrypoint }")
                .contains("import module1 from '../dynamic/w/index.js';")
                .contains("'lib/b.js': module2,")
                .contains("env.LOAD.load({")
                .contains("mainModule: 'index.js',")
                .contains("MODE: env.MODE,")
                .contains("MY_NOTES: ctx.exports.MyNotesGrant(),")
                .contains("return this.env.MY_NOTES.put(...args);")
                .contains("globalOutbound: null,")
                .doesNotContain("DB");
        assertThat(SimpleParent.isGenerated(text)).isTrue();
        assertThat(SimpleParent.kept(text)).startsWith("import { WorkerEntrypoint }");
    }

    @Test
    void requestsLeaveByTheRulesOnceThereAreAny() {
        String text = new SimpleParent(Set.of("worker.js"), Map.of(), "2026-06-01", SimpleParent.Network.BY_RULES)
                .text("index.js");
        assertThat(text)
                .contains("import module1 from './worker.js';")
                .contains("'worker.js': module1,")
                .contains("env: {\n      },")
                .doesNotContain("globalOutbound")
                .doesNotContain("cloudflare:workers");
    }
}
