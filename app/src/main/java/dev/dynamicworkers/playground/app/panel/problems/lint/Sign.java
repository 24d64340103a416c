package dev.dynamicworkers.playground.app.panel.problems.lint;

import java.util.List;
import java.util.regex.Pattern;

/// What a rule looks for in a line.
///
/// @param pattern a match of it is a hit
/// @param words one of them is in every match; found much faster than the pattern is
record Sign(Pattern pattern, List<String> words) {
    static Sign of(String pattern, String... words) {
        return new Sign(Pattern.compile(pattern), List.of(words));
    }
}
