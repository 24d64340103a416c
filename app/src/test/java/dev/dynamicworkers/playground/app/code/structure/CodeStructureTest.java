package dev.dynamicworkers.playground.app.code.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.code.highlight.Language;
import org.junit.jupiter.api.Test;

final class CodeStructureTest {
    private static final String SCRIPT = """
        // One comment
        // of two lines.
        import { a } from 'b';

        export class Greeter extends Base {
          #count = 0;
          async greet(name) {
            if (name) {
              return `{ ${name} (`;
            }
            return '';
          }
        }

        const twice = (x) => {
          return x * 2;
        };

        export default {
          async fetch(request, env) {
            return fetch(request);
          },
        };
        """;

    @Test
    void symbolsOfAScriptHaveTheirPlaceAndDepth() {
        CodeStructure structure = CodeStructure.of(SCRIPT, Language.JAVASCRIPT);
        assertThat(structure.symbols())
                .extracting(s -> s.depth() + " " + s.kind() + " " + s.name() + " " + s.line() + "-" + s.lastLine())
                .containsExactly(
                        "0 class Greeter 5-13",
                        "1 method greet 7-12",
                        "0 function twice 15-17",
                        "0 default default 19-23",
                        "1 method fetch 20-22");
        assertThat(structure.around(9)).extracting(Symbol::name).containsExactly("Greeter", "greet");
    }

    @Test
    void bracketsInStringsDoNotFold() {
        assertThat(CodeStructure.of(SCRIPT, Language.JAVASCRIPT).folds())
                .contains(new FoldRegion(0, 1), new FoldRegion(4, 11), new FoldRegion(6, 10), new FoldRegion(14, 15))
                .doesNotContain(new FoldRegion(8, 9));
    }

    @Test
    void otherLanguagesHaveNamesToo() {
        assertThat(CodeStructure.of("{\n  // c\n  \"a\": {\n    \"b\": [1,\n  2]\n  }\n}", Language.JSON)
                        .symbols())
                .extracting(s -> s.depth() + s.name())
                .containsExactly("0a", "1b");
        assertThat(CodeStructure.of("# A\ntext\n## B\nmore\n# C\n", Language.MARKDOWN)
                        .folds())
                .containsExactly(new FoldRegion(0, 3), new FoldRegion(2, 3), new FoldRegion(4, 5));
        assertThat(CodeStructure.of("### One\nGET http://a/\n", Language.HTTP).symbols())
                .extracting(Symbol::name)
                .containsExactly("One", "GET http://a/");
        assertThat(CodeStructure.of("", Language.TEXT)).isEqualTo(CodeStructure.NONE);
    }
}
