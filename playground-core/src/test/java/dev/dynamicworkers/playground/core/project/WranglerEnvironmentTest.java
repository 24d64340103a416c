package dev.dynamicworkers.playground.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Environments of the configuration, and where local secrets come from.
final class WranglerEnvironmentTest {
    private static final String CONFIG = """
        {
          "name": "shop", "main": "index.js", "compatibility_date": "2026-01-01",
          "compatibility_flags": ["nodejs_compat"],
          "vars": { "MODE": "top", "ONLY_TOP": 1 },
          "worker_loaders": [{ "binding": "LOADER" }],
          "env": {
            "staging": { "vars": { "MODE": "staging" }, "compatibility_date": "2026-02-01" },
            "live": { "name": "shop-for-real", "worker_loaders": [{ "binding": "LOADER" }], "send_metrics": false }
          }
        }
        """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        write("wrangler.jsonc", CONFIG);
        write("index.js", "export default {}");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Project read(@Nullable String environment) {
        return new ProjectReader().read(folder, Map.of(), environment);
    }

    private static List<String> messages(Project project) {
        return project.problems().stream().map(ConfigProblem::message).toList();
    }

    @Test
    void withoutOneTheTopLevelCounts() {
        var project = read(null);
        assertThat(project.config().name()).isEqualTo("shop");
        assertThat(messages(project))
                .containsExactly("There are environments (staging, live), and the settings of the top level are used.");
    }

    @Test
    void mostKeysAreInheritedBindingsAreNot() {
        var project = read("staging");
        assertThat(project.config().name()).isEqualTo("shop-staging");
        assertThat(project.config().compatibilityDate()).isEqualTo("2026-02-01");
        assertThat(project.config().compatibilityFlags()).containsExactly("nodejs_compat");
        assertThat(project.config().bindings()).containsExactly(new BindingDeclaration.Text("MODE", "staging"));
        assertThat(messages(project))
                .containsExactly(
                        "\"vars.ONLY_TOP\" exists at the top level, but not on \"env.staging.vars\", which does not"
                                + " inherit it.",
                        "\"worker_loaders\" exists at the top level, but not on \"env.staging\", which does not"
                                + " inherit it.");
        assertThat(project.problems().getFirst().line()).isEqualTo(4);
    }

    @Test
    void anEnvironmentMayHaveItsOwnName() {
        var project = read("live");
        assertThat(project.config().name()).isEqualTo("shop-for-real");
        assertThat(messages(project))
                .contains("\"send_metrics\" has no effect in an environment.")
                .anyMatch(text -> text.startsWith("\"vars\" exists at the top level"));
    }

    @Test
    void oneThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> read("dev"))
                .hasMessageContaining("wrangler.jsonc:6:3: There is no environment \"dev\" in the configuration.")
                .hasMessageContaining("There are staging, live.");
    }

    @Test
    void secretsComeFromWhereWranglerLooks() throws IOException {
        write(".env", "A=env\nB=env\nC=env\nD=\"${A}/$E/${F:-none}\\$A\"\n");
        write(".env.local", "B=local\nC=local\nE=e\n");
        write(".env.staging", "B=staging\nA=staging\n");
        write(".env.staging.local", "C=both\n");
        assertThat(secrets(null)).isEqualTo("{A=env, B=local, C=local, D=env/e/none$A, E=e}");
        assertThat(secrets("staging")).isEqualTo("{A=staging, B=local, C=both, D=staging/e/none$A, E=e}");
        write(".dev.vars", "A=dev\n");
        assertThat(secrets("staging")).isEqualTo("{A=dev}");
        write(".dev.vars.staging", "Z=z\n");
        assertThat(secrets("staging")).isEqualTo("{Z=z}");
        assertThat(secrets(null)).isEqualTo("{A=dev}");
    }

    private String secrets(@Nullable String environment) {
        return new TreeMap<>(read(environment).config().bindings().stream()
                        .filter(BindingDeclaration.Secret.class::isInstance)
                        .map(BindingDeclaration.Secret.class::cast)
                        .collect(Collectors.toMap(BindingDeclaration.Secret::name, BindingDeclaration.Secret::value)))
                .toString();
    }

    @Test
    void missingSecretsAreNamedBeforeTheRun() throws IOException {
        write("wrangler.jsonc", """
            { "name": "a", "main": "index.js", "compatibility_date": "2026-01-01",
              "secrets": { "required": ["KEY", "TOKEN"] } }
            """);
        write(".dev.vars", "KEY=k\nOTHER=o\n");
        write(".dev.vars.example", "KEY=\nEXTRA=put yours here\n");
        var project = read(null);
        assertThat(project.config().bindings()).containsExactly(new BindingDeclaration.Secret("KEY", "k"));
        assertThat(messages(project))
                .containsExactly(
                        "The required secret \"TOKEN\" is not set: env.TOKEN is undefined.",
                        "The secret \"EXTRA\" is named here and not set: env.EXTRA is undefined.");
    }
}
