package dev.dynamicworkers.playground.app.code.search;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What a person searches for. Immutable; safe on any thread.
///
/// A regular expression that reads a text too often is given up, so that no expression can hold the window.
///
/// @param wanted the text or the regular expression; empty finds nothing
public record TextQuery(String wanted, Set<Option> options) {
    private static final long READS_PER_CHARACTER = 200;
    private static final long FEWEST_READS = 2_000_000;

    /// How `wanted` is meant.
    public enum Option {
        /// Capital and small letters differ.
        CASE,
        /// Only whole words.
        WORD,
        /// `wanted` is a regular expression of Java.
        REGEX
    }

    /// Why a query can't be used.
    public static final class InvalidQuery extends Exception {
        private static final long serialVersionUID = 1;

        InvalidQuery(String message) {
            super(message);
        }
    }

    public TextQuery {
        options = options.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(options));
    }

    /// The matches in order, at most `most` of them; empty ones are left out.
    ///
    /// @throws InvalidQuery when the expression is wrong or takes too long
    public List<TextMatch> in(String text, int most) throws InvalidQuery {
        List<TextMatch> found = new ArrayList<>();
        if (wanted.isEmpty()) {
            return found;
        }
        Matcher matcher = pattern().matcher(new CountedText(text));
        try {
            while (found.size() < most && matcher.find()) {
                if (matcher.end() > matcher.start()) {
                    found.add(new TextMatch(matcher.start(), matcher.end()));
                }
            }
        } catch (TooManyReads | StackOverflowError e) {
            throw new InvalidQuery("This expression takes too long here");
        }
        return found;
    }

    /// What takes the place of a match. In a regular expression `$1` and `$0` stand for groups, `\n` for a line end.
    ///
    /// @throws InvalidQuery when the replacement names a group that there is not
    public String replacement(String text, TextMatch match, String with) throws InvalidQuery {
        if (!options.contains(Option.REGEX)) {
            return with;
        }
        Matcher matcher = pattern().matcher(new CountedText(text));
        try {
            if (!matcher.find(match.start()) || matcher.start() != match.start()) {
                return with;
            }
            StringBuilder out = new StringBuilder();
            matcher.appendReplacement(out, with.replace("\\n", "\n").replace("\\t", "\t"));
            return out.substring(match.start());
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new InvalidQuery("The replacement names a group that the expression does not have");
        } catch (TooManyReads | StackOverflowError e) {
            throw new InvalidQuery("This expression takes too long here");
        }
    }

    private Pattern pattern() throws InvalidQuery {
        String expression = options.contains(Option.REGEX) ? wanted : Pattern.quote(wanted);
        if (options.contains(Option.WORD)) {
            expression = "(?<![\\p{L}\\p{N}_$])(?:" + expression + ")(?![\\p{L}\\p{N}_$])";
        }
        int flags = Pattern.MULTILINE;
        if (!options.contains(Option.CASE)) {
            flags |= Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        }
        try {
            return Pattern.compile(expression, flags);
        } catch (PatternSyntaxException e) {
            throw new InvalidQuery("Not a regular expression: " + e.getDescription());
        }
    }

    private static final class TooManyReads extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooManyReads() {
            super("too many reads", null, /* enableSuppression= */ false, /* writableStackTrace= */ false);
        }
    }

    /// Counts how often a search looks at a character.
    private static final class CountedText implements CharSequence {
        private final String text;
        private long left;

        CountedText(String text) {
            this.text = text;
            left = FEWEST_READS + READS_PER_CHARACTER * text.length();
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (left-- <= 0) {
                throw new TooManyReads();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
