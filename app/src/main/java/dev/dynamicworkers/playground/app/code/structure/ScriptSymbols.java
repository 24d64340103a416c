package dev.dynamicworkers.playground.app.code.structure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds classes, functions, methods and types in JavaScript and TypeScript, line by line and without a grammar.
final class ScriptSymbols {
    private static final String NAME = "([\\p{L}_$#][\\p{L}\\p{N}_$]*)";
    private static final Set<String> NO_METHODS =
            Set.of("if", "for", "while", "switch", "catch", "function", "return", "with", "do", "else", "await", "new");

    private static final List<Rule> RULES = List.of(
            new Rule("class", "\\bclass\\s+" + NAME),
            new Rule("interface", "^\\s*(?:export\\s+)?(?:declare\\s+)?interface\\s+" + NAME),
            new Rule("type", "^\\s*(?:export\\s+)?(?:declare\\s+)?type\\s+" + NAME + "\\s*(?:<[^=]*>)?\\s*="),
            new Rule("enum", "^\\s*(?:export\\s+)?(?:declare\\s+)?(?:const\\s+)?enum\\s+" + NAME),
            new Rule("function", "\\bfunction\\s*\\*?\\s*" + NAME + "\\s*[(<]"),
            new Rule(
                    "function",
                    "^\\s*(?:export\\s+)?(?:const|let|var)\\s+" + NAME
                            + "\\s*(?::[^=]*)?=\\s*(?:async\\s*)?(?:function\\b|\\([^;]*=>|[\\p{L}_$][\\p{L}\\p{N}_$]*\\s*=>)"),
            new Rule("default", "^\\s*export\\s+(default)\\s*(?:\\{|new\\b|\\()"),
            new Rule("variable", "^(?:export\\s+)?(?:const|let|var)\\s+" + NAME),
            new Rule(
                    "method",
                    "^\\s+(?:(?:public|private|protected|readonly|override|static|async|get|set)\\s+)*\\*?\\s*" + NAME
                            + "\\s*(?:<[^>(]*>)?\\([^;]*$"),
            new Rule(
                    "method",
                    "^\\s+" + NAME
                            + "\\s*[:=]\\s*(?:async\\s*)?(?:function\\b|\\([^;]*=>|[\\p{L}_$][\\p{L}\\p{N}_$]*\\s*=>)"));

    private record Rule(String kind, Pattern pattern) {
        Rule(String kind, String expression) {
            this(kind, Pattern.compile(expression));
        }
    }

    private ScriptSymbols() {}

    /// @param lines as they are
    /// @param code the same lines without the contents of strings and comments
    /// @param ends for each line, where what it opens is closed
    static List<Symbol> of(List<String> lines, List<String> code, int[] ends) {
        List<Symbol> symbols = new ArrayList<>();
        Deque<Symbol> within = new ArrayDeque<>();
        for (int line = 0; line < code.size(); line++) {
            String text = code.get(line);
            if (text.isBlank()) {
                continue;
            }
            while (!within.isEmpty() && within.peek().lastLine() < line + 1) {
                within.pop();
            }
            for (Rule rule : RULES) {
                Matcher matcher = rule.pattern().matcher(text);
                if (!matcher.find() || !fits(rule, matcher.group(1), text, within.peek())) {
                    continue;
                }
                int column = matcher.start(1);
                String name = lines.get(line).substring(column, matcher.end(1));
                Symbol symbol = new Symbol(name, rule.kind(), line + 1, column + 1, ends[line] + 1, within.size());
                symbols.add(symbol);
                if (symbol.lastLine() > symbol.line()) {
                    within.push(symbol);
                }
                break;
            }
        }
        return symbols;
    }

    private static boolean fits(Rule rule, String name, String text, @org.jspecify.annotations.Nullable Symbol parent) {
        if (!rule.kind().equals("method")) {
            return true;
        }
        boolean opens = text.stripTrailing().endsWith("{") || text.contains("{") || text.stripTrailing().endsWith("(");
        boolean holder = parent != null
                && (parent.kind().equals("class")
                        || parent.kind().equals("default")
                        || parent.kind().equals("variable"));
        return holder && opens && !NO_METHODS.contains(name);
    }
}
