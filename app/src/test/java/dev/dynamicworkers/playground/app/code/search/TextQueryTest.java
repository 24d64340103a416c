package dev.dynamicworkers.playground.app.code.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dynamicworkers.playground.app.code.search.TextQuery.Option;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TextQueryTest {
    private static final String TEXT = "env.A = envy; ENV.b";

    private static List<TextMatch> find(String wanted, Option... options) throws TextQuery.InvalidQuery {
        return new TextQuery(wanted, Set.of(options)).in(TEXT, 100);
    }

    @Test
    void optionsNarrowWhatIsFound() throws TextQuery.InvalidQuery {
        assertThat(find("env")).containsExactly(new TextMatch(0, 3), new TextMatch(8, 11), new TextMatch(14, 17));
        assertThat(find("env", Option.CASE)).hasSize(2);
        assertThat(find("env", Option.CASE, Option.WORD)).containsExactly(new TextMatch(0, 3));
        assertThat(find("env.")).hasSize(2);
        assertThat(find("env.", Option.REGEX)).hasSize(3);
        assertThat(find("")).isEmpty();
        assertThat(new TextQuery("e", Set.of()).in(TEXT, 2)).hasSize(2);
    }

    @Test
    void groupsOfTheExpressionCanBeUsedInTheReplacement() throws TextQuery.InvalidQuery {
        TextQuery query = new TextQuery("(\\w+)\\.(\\w)", Set.of(Option.REGEX));
        TextMatch first = query.in(TEXT, 1).getFirst();
        assertThat(query.replacement(TEXT, first, "$2:$1\\n")).isEqualTo("A:env\n");
        assertThat(new TextQuery("env", Set.of()).replacement(TEXT, first, "$1"))
                .isEqualTo("$1");
        assertThatThrownBy(() -> query.replacement(TEXT, first, "$7")).hasMessageContaining("group");
    }

    @Test
    void aWrongOrEndlessExpressionSaysSo() {
        assertThatThrownBy(() -> find("(", Option.REGEX)).hasMessageStartingWith("Not a regular expression");
        String hard = "a".repeat(60) + "!";
        assertThatThrownBy(() -> new TextQuery("(a+a+)+\\1b", Set.of(Option.REGEX)).in(hard, 10))
                .hasMessage("This expression takes too long here");
    }
}
