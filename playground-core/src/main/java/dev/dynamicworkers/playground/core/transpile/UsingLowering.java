package dev.dynamicworkers.playground.core.transpile;

import com.caoccao.javet.swc4j.Swc4j;
import com.caoccao.javet.swc4j.ast.expr.lit.Swc4jAstStr;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAstStmt;
import com.caoccao.javet.swc4j.ast.program.Swc4jAstModule;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstBlockStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstExprStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstForOfStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstForStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstLabeledStmt;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstUsingDecl;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstVarDecl;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstVarDeclarator;
import com.caoccao.javet.swc4j.enums.Swc4jMediaType;
import com.caoccao.javet.swc4j.enums.Swc4jParseMode;
import com.caoccao.javet.swc4j.exceptions.Swc4jCoreException;
import com.caoccao.javet.swc4j.options.Swc4jParseOptions;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Explicit resource management for an engine that lacks its syntax: `using` and `await using` become `try` blocks
/// around the rest of their scope.
///
/// New text goes into the lines that are there, so that lines stay as they were. Its names hold a zero-width joiner,
/// which no person types. Safe on any thread.
public final class UsingLowering {
    /// Name of the function that makes a scope: runtime source `kernel/using`, `begin`.
    public static final String HELPER = "$\u200dusing";

    private static final Pattern WORD = Pattern.compile("\\busing\\b");

    /// The one form that the parser does not know, `for (using x = ...;;)`. It is parsed as if it were `const`.
    private static final Pattern FOR_HEAD =
            Pattern.compile("\\bfor\\s*\\(\\s*((?:await\\s+)?)(using)\\s+[\\p{L}\\p{Nl}_$][\\p{L}\\p{N}_$]*\\s*=");

    private static final String WRAPPER = "(function (exports, require, module, __filename, __dirname) {";
    private static final String WRAPPER_END = "})";

    private final Swc4j swc = new Swc4j();

    /// A lowered text.
    ///
    /// @param shifts where columns moved, in the order of the text
    public record Output(String code, List<ColumnShift> shifts) {
        /// The column that a place had before.
        ///
        /// @param line from 1
        /// @param column from 1
        public int sourceColumn(int line, int column) {
            int found = column;
            for (ColumnShift shift : shifts) {
                if (shift.line() == line && shift.from() <= column) {
                    found = shift.undo(column);
                }
            }
            return found;
        }
    }

    /// Lowers an ECMAScript module.
    ///
    /// @param helperModule specifier of the module that exports `begin`
    /// @return null when there is nothing to lower, or the text can't be parsed
    public @Nullable Output module(String source, String helperModule) {
        if (!WORD.matcher(source).find()) {
            return null;
        }
        String text = source.startsWith("\uFEFF") ? source.substring(1) : source;
        TextEdits edits = lowered(text, Swc4jParseMode.Module);
        if (edits == null) {
            return null;
        }
        edits.append(";import { begin as " + HELPER + " } from '" + helperModule + "';");
        return edits.apply();
    }

    /// Lowers the body of a CommonJS module, which then wants [#HELPER] as one more parameter.
    ///
    /// @return null as for [#module]
    public @Nullable String commonJs(String source) {
        if (!WORD.matcher(source).find()) {
            return null;
        }
        TextEdits edits = lowered(WRAPPER + source + "\n" + WRAPPER_END, Swc4jParseMode.Script);
        if (edits == null) {
            return null;
        }
        String code = edits.apply().code();
        return code.substring(WRAPPER.length(), code.length() - WRAPPER_END.length());
    }

    private @Nullable TextEdits lowered(String source, Swc4jParseMode mode) {
        int[] offsets = offsets(source);
        Map<Integer, Head> heads = new HashMap<>();
        String masked = mask(source, heads);
        ISwc4jAst program;
        try {
            program = (ISwc4jAst) swc.parse(
                            masked,
                            new Swc4jParseOptions()
                                    .setCaptureAst(/* captureAst= */ true)
                                    .setMediaType(Swc4jMediaType.JavaScript)
                                    .setParseMode(mode)
                                    .setSpecifier(
                                            URI.create("file:///module.js").toURL()))
                    .getProgram();
        } catch (Swc4jCoreException e) {
            // The engine tells what is wrong with it.
            return null;
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
        TextEdits edits = new TextEdits(source, offsets);
        Pass pass = new Pass(edits, heads, offsets);
        pass.collect(program);
        return pass.lower() ? edits : null;
    }

    /// Where code points begin, or nothing when each is one unit.
    private static int[] offsets(String source) {
        int count = source.codePointCount(0, source.length());
        if (count == source.length()) {
            return new int[0];
        }
        int[] offsets = new int[count + 1];
        for (int i = 0, at = 0; i < count; i++) {
            offsets[i] = at;
            at += Character.charCount(source.codePointAt(at));
        }
        offsets[count] = source.length();
        return offsets;
    }

    /// A `using` in the head of a `for` that was taken for `const`.
    private record Head(int length, boolean isAsync) {}

    private static String mask(String source, Map<Integer, Head> heads) {
        Matcher matcher = FOR_HEAD.matcher(source);
        StringBuilder masked = null;
        while (matcher.find()) {
            masked = masked == null ? new StringBuilder(source) : masked;
            int from = matcher.start(1);
            int length = matcher.start(2) - from;
            masked.replace(from, matcher.end(2), " ".repeat(length) + "const");
            heads.put(matcher.start(2), new Head(length, length > 0));
        }
        return masked == null ? source : masked.toString();
    }

    static int depth(ISwc4jAst node) {
        int depth = 0;
        for (ISwc4jAst each = node.getParent(); each != null; each = each.getParent()) {
            depth++;
        }
        return depth;
    }

    static int start(ISwc4jAst node) {
        return node.getSpan().getStart();
    }

    static int end(ISwc4jAst node) {
        return node.getSpan().getEnd();
    }

    /// A scope that disposes of resources, and the texts around it.
    record Scope(String name, boolean isAsync) {
        String begin() {
            return "const " + name + " = " + HELPER + "(); try {";
        }

        String end() {
            return "} catch ($\u200de) { " + name + ".fail($\u200de); } finally { "
                    + (isAsync ? "await " + name + ".endAsync()" : name + ".end()") + "; }";
        }
    }

    /// One text's declarations and their scopes.
    private static final class Pass {
        private final TextEdits edits;
        private final Map<Integer, Head> heads;
        private final Function<Integer, Integer> offset;
        private final Map<ISwc4jAst, List<Swc4jAstUsingDecl>> scopes = new LinkedHashMap<>();
        private final List<Swc4jAstForStmt> loops = new ArrayList<>();
        private int names;

        Pass(TextEdits edits, Map<Integer, Head> heads, int[] offsets) {
            this.edits = edits;
            this.heads = heads;
            offset = place -> offsets.length == 0 ? place : offsets[place];
        }

        void collect(ISwc4jAst program) {
            Deque<ISwc4jAst> open = new ArrayDeque<>();
            open.push(program);
            while (!open.isEmpty()) {
                ISwc4jAst node = open.pop();
                if (node instanceof Swc4jAstUsingDecl declaration) {
                    scopes.computeIfAbsent(node.getParent(), key -> new ArrayList<>())
                            .add(declaration);
                } else if (node instanceof Swc4jAstForStmt loop && headOf(loop) != null) {
                    loops.add(loop);
                }
                node.getChildNodes().forEach(open::push);
            }
        }

        private @Nullable Head headOf(Swc4jAstForStmt loop) {
            return loop.getInit()
                    .filter(Swc4jAstVarDecl.class::isInstance)
                    .map(init -> heads.get(offset.apply(start(init))))
                    .orElse(null);
        }

        boolean lower() {
            scopes.forEach(this::lower);
            for (Swc4jAstForStmt loop : loops) {
                Head head = headOf(loop);
                if (head != null && loop.getInit().orElse(null) instanceof Swc4jAstVarDecl declaration) {
                    lower(loop, declaration, head);
                }
            }
            return names > 0;
        }

        private Scope scope(boolean isAsync) {
            return new Scope("$\u200d" + ++names, isAsync);
        }

        private void lower(ISwc4jAst owner, List<Swc4jAstUsingDecl> declarations) {
            Scope scope;
            switch (owner) {
                case Swc4jAstBlockStmt block -> {
                    scope = scope(declarations.stream().anyMatch(Swc4jAstUsingDecl::isAwait));
                    edits.open(bodyStart(block), ";" + scope.begin(), depth(block));
                    edits.close(end(block) - 1, scope.end(), depth(block));
                    declarations.forEach(each -> declare(each, each.getDecls(), scope.name(), each.isAwait(), 0));
                }
                case Swc4jAstForOfStmt loop -> lower(loop, declarations.getFirst());
                case Swc4jAstModule module -> {
                    scope = scope(declarations.stream().anyMatch(Swc4jAstUsingDecl::isAwait));
                    new UsingModuleScope(module, scope, edits).lower();
                }
                default -> {
                    // A place where the language does not allow it, such as a case of a switch: the engine says so.
                }
            }
        }

        /// Where a block's statements begin, behind directives such as `'use strict'`.
        private static int bodyStart(Swc4jAstBlockStmt block) {
            int at = start(block) + 1;
            for (ISwc4jAstStmt statement : block.getStmts()) {
                if (!(statement instanceof Swc4jAstExprStmt line && line.getExpr() instanceof Swc4jAstStr)) {
                    break;
                }
                at = end(statement);
            }
            return at;
        }

        /// @param before how much text in front of the declaration goes with it
        private void declare(
                ISwc4jAst declaration,
                List<Swc4jAstVarDeclarator> declarators,
                String scope,
                boolean isAsync,
                int before) {
            edits.replace(start(declaration) - before, start(declarators.getFirst()), "const ", depth(declaration));
            declarators.forEach(each -> add(each, scope, isAsync, edits));
        }

        private void lower(Swc4jAstForOfStmt loop, Swc4jAstUsingDecl declaration) {
            Scope scope = scope(declaration.isAwait());
            String item = scope.name() + "v";
            // The parser gives the declarator of such a head the place of the whole head.
            ISwc4jAst name = declaration.getDecls().getFirst().getName();
            edits.replace(start(declaration), end(declaration), "const " + item, depth(declaration));
            edits.open(
                    start(loop.getBody()),
                    "{ " + scope.begin() + " const " + edits.text(start(name), end(name)) + " = " + scope.name()
                            + ".add(" + item + (scope.isAsync() ? ", true); " : "); "),
                    depth(loop));
            edits.close(end(loop.getBody()), scope.end() + " }", depth(loop));
        }

        private void lower(Swc4jAstForStmt loop, Swc4jAstVarDecl declaration, Head head) {
            Scope scope = scope(head.isAsync());
            ISwc4jAst statement = loop;
            while (statement.getParent() instanceof Swc4jAstLabeledStmt labeled) {
                statement = labeled;
            }
            edits.open(start(statement), "{ " + scope.begin(), depth(statement));
            edits.close(end(statement), scope.end() + " }", depth(statement));
            declare(declaration, declaration.getDecls(), scope.name(), head.isAsync(), head.length());
        }
    }

    /// Puts the value of a declared name into the care of a scope.
    static void add(Swc4jAstVarDeclarator declarator, String scope, boolean isAsync, TextEdits edits) {
        declarator.getInit().ifPresent(value -> {
            edits.open(start(value), scope + ".add(", depth(value));
            edits.close(end(value), isAsync ? ", true)" : ")", depth(value));
        });
    }
}
