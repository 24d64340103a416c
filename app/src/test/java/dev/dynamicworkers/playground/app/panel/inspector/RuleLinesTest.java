package dev.dynamicworkers.playground.app.panel.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What is said about network rules in their file stays with them when the list is changed.
final class RuleLinesTest {
    private static final String FILE = """
        {
          "network": {
            // The list.
            "rules": [
              // Payments, see the contract.
              // Not for tests.
              { "host": "api.stripe.com", "action": "allow" }, // agreed
              /* weather */
              {
                "host": "weather.example", // the old one is gone
                "action": "allow",
              },
              { "host": "a//b.example", "action": "deny" } // never
              // More to come.
            ]
          }
        }
        """;

    private static String edited(String file, List<String> texts) {
        int start = RuleTexts.list(file).orElseThrow().start();
        RuleLines.Block block = Objects.requireNonNull(RuleLines.read(file, start));
        int end = RuleTexts.list(file).orElseThrow().end();
        return file.substring(0, start) + block.with(texts, RuleTexts.of(file)) + file.substring(end);
    }

    @Test
    void theSameRulesAreTheSameText() {
        assertThat(edited(FILE, RuleTexts.of(FILE))).isEqualTo(FILE);
    }

    @Test
    void aRuleMovesWithItsComments() {
        List<String> texts = RuleTexts.of(FILE);
        String moved = edited(FILE, List.of(texts.get(1), texts.get(2), texts.get(0)));
        assertThat(moved).contains("""
                "rules": [
                  /* weather */
                  {
                    "host": "weather.example", // the old one is gone
                    "action": "allow",
                  },
                  { "host": "a//b.example", "action": "deny" }, // never
                  // Payments, see the contract.
                  // Not for tests.
                  { "host": "api.stripe.com", "action": "allow" } // agreed
                  // More to come.
                ]
            """.indent(0).strip());
    }

    @Test
    void aRuleGoesWithItsCommentsAndANewOneHasNone() {
        List<String> texts = RuleTexts.of(FILE);
        String fewer = edited(FILE, List.of(texts.get(1), texts.get(2)));
        assertThat(fewer).doesNotContain("Payments").doesNotContain("agreed").contains("/* weather */", "// never");
        String more = edited(FILE, List.of("{\"host\":\"new.example\"}", texts.get(0), texts.get(1), texts.get(2)));
        assertThat(more).contains("""
                "rules": [
                  {"host":"new.example"},
                  // Payments, see the contract.
            """.strip());
    }

    @Test
    void aRuleThatIsChangedKeepsWhatIsSaidAboutIt() {
        List<String> texts = RuleTexts.of(FILE);
        assertThat(edited(FILE, List.of("{\"host\":\"x\"}", texts.get(1), texts.get(2))))
                .contains("// Not for tests.\n      {\"host\":\"x\"}, // agreed\n");
    }

    @Test
    void aListInOneLineIsNone() {
        assertThat(RuleLines.read("[ {\"host\":\"x\"} ]", 0)).isNull();
        assertThat(RuleLines.read("[\n]", 0)).isNull();
        assertThat(edited(FILE.replace("\n", "\r\n"), RuleTexts.of(FILE))).contains("// Not for tests.\r\n");
    }
}
