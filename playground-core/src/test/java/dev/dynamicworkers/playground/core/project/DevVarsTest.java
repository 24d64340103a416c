package dev.dynamicworkers.playground.core.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

final class DevVarsTest {
    @Test
    void valuesArePlainOrQuoted() {
        var problems = new Problems();

        var secrets = DevVars.read(DevVars.FILE, """
            # a comment
            A=plain value # and a comment
            export B = "two\\nlines \\"quoted\\""
            C='single # kept'
            D=
            E="over
            lines"
            F=a#b
            """, problems);

        assertThat(secrets)
                .extracting(BindingDeclaration.Secret::name, BindingDeclaration.Secret::value)
                .containsExactly(
                        tuple("A", "plain value"),
                        tuple("B", "two\nlines \"quoted\""),
                        tuple("C", "single # kept"),
                        tuple("D", ""),
                        tuple("E", "over\nlines"),
                        tuple("F", "a#b"));
        assertThat(problems.sorted()).isEmpty();
    }

    @Test
    void aLineThatIsNeitherIsReported() {
        var problems = new Problems();

        assertThat(DevVars.read(DevVars.FILE, "A=1\nnonsense\nB=2", problems)).hasSize(2);
        assertThat(problems.sorted())
                .extracting(ConfigProblem::file, ConfigProblem::line)
                .containsExactly(tuple(".dev.vars", 2));
    }

    @Test
    void secretsAreNotPrinted() {
        assertThat(new BindingDeclaration.Secret("A", "hidden").toString()).doesNotContain("hidden");
    }
}
