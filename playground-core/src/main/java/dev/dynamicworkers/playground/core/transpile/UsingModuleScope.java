package dev.dynamicworkers.playground.core.transpile;

import static dev.dynamicworkers.playground.core.transpile.UsingLowering.end;
import static dev.dynamicworkers.playground.core.transpile.UsingLowering.start;

import com.caoccao.javet.swc4j.ast.enums.Swc4jAstVarDeclKind;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstClassExpr;
import com.caoccao.javet.swc4j.ast.expr.Swc4jAstFnExpr;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAst;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAstModuleItem;
import com.caoccao.javet.swc4j.ast.interfaces.ISwc4jAstPat;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstExportAll;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstExportDecl;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstExportDefaultDecl;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstExportDefaultExpr;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstImportDecl;
import com.caoccao.javet.swc4j.ast.module.Swc4jAstNamedExport;
import com.caoccao.javet.swc4j.ast.pat.Swc4jAstArrayPat;
import com.caoccao.javet.swc4j.ast.pat.Swc4jAstAssignPat;
import com.caoccao.javet.swc4j.ast.pat.Swc4jAstAssignPatProp;
import com.caoccao.javet.swc4j.ast.pat.Swc4jAstBindingIdent;
import com.caoccao.javet.swc4j.ast.pat.Swc4jAstKeyValuePatProp;
import com.caoccao.javet.swc4j.ast.pat.Swc4jAstObjectPat;
import com.caoccao.javet.swc4j.ast.pat.Swc4jAstRestPat;
import com.caoccao.javet.swc4j.ast.program.Swc4jAstModule;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstClassDecl;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstFnDecl;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstUsingDecl;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstVarDecl;
import com.caoccao.javet.swc4j.ast.stmt.Swc4jAstVarDeclarator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The top level of a module as one `try` block. Imports and exports can't stand in a block, so what the module
/// declares becomes variables behind it, which the block assigns and the exports name. Used by one thread.
final class UsingModuleScope {
    private static final String DEFAULT = "$\u200dd";
    private static final String SETTER = "$\u200df";
    private static final int ITEM_DEPTH = 1;

    private final Swc4jAstModule module;
    private final UsingLowering.Scope scope;
    private final TextEdits edits;
    private final List<String> variables = new ArrayList<>();
    private final List<String> exports = new ArrayList<>();

    /// Functions, which are there before the block's first statement: the function's name and the variable's.
    private final List<String[]> functions = new ArrayList<>();

    private final List<String> moved = new ArrayList<>();

    UsingModuleScope(Swc4jAstModule module, UsingLowering.Scope scope, TextEdits edits) {
        this.module = module;
        this.scope = scope;
        this.edits = edits;
    }

    void lower() {
        List<ISwc4jAstModuleItem> items = module.getBody();
        int first = 0;
        while (isLink(items.get(first))) {
            first++;
        }
        int last = items.size() - 1;
        while (isLink(items.get(last))) {
            last--;
        }
        items.subList(first, last + 1).forEach(this::lower);
        edits.open(start(items.get(first)), beginning(), 0);
        edits.close(end(items.get(last)), scope.end(), 0);
        if (!variables.isEmpty()) {
            edits.append(";var " + String.join(", ", variables) + ";");
        }
        if (!exports.isEmpty()) {
            edits.append("export { " + String.join(", ", exports) + " };");
        }
        moved.forEach(edits::append);
    }

    /// Whether an item is resolved before anything runs, wherever it stands.
    private static boolean isLink(ISwc4jAst item) {
        return item instanceof Swc4jAstImportDecl
                || item instanceof Swc4jAstExportAll
                || item instanceof Swc4jAstNamedExport;
    }

    private String beginning() {
        if (functions.isEmpty()) {
            return scope.begin();
        }
        String values = IntStream.range(0, functions.size())
                .mapToObj(i -> "$\u200dp" + i)
                .collect(Collectors.joining(", "));
        String assignments = IntStream.range(0, functions.size())
                .mapToObj(i -> functions.get(i)[1] + " = $\u200dp" + i + ";")
                .collect(Collectors.joining(" "));
        String names = functions.stream().map(each -> each[0]).collect(Collectors.joining(", "));
        return "const " + SETTER + " = (" + values + ") => { " + assignments + " }; " + scope.begin() + " " + SETTER
                + "(" + names + ");";
    }

    private void lower(ISwc4jAst item) {
        switch (item) {
            case Swc4jAstExportDecl export -> declaration(export.getDecl(), start(export), /* isExported= */ true);
            case Swc4jAstExportDefaultDecl export -> defaultDeclaration(export);
            case Swc4jAstExportDefaultExpr export -> assignDefault(export, export.getExpr());
            default -> {
                if (isLink(item)) {
                    moved.add(edits.text(start(item), end(item)));
                    edits.replace(start(item), end(item), "", ITEM_DEPTH);
                } else {
                    declaration(item, start(item), /* isExported= */ false);
                }
            }
        }
    }

    /// @param from where the item begins, `export` included
    private void declaration(ISwc4jAst item, int from, boolean isExported) {
        List<String> names = new ArrayList<>();
        switch (item) {
            case Swc4jAstFnDecl function -> {
                String name = function.getIdent().getSym();
                names.add(name);
                variables.add(name);
                functions.add(new String[] {name, name});
                edits.replace(from, start(function), "", ITEM_DEPTH);
            }
            case Swc4jAstClassDecl type -> {
                String name = type.getIdent().getSym();
                names.add(name);
                variables.add(name);
                edits.replace(from, start(type), ";" + name + " = ", ITEM_DEPTH);
                edits.close(end(type), ";", ITEM_DEPTH);
            }
            case Swc4jAstUsingDecl resources -> {
                assignments(from, resources.getDecls(), names);
                resources.getDecls().forEach(each -> UsingLowering.add(each, scope.name(), resources.isAwait(), edits));
            }
            case Swc4jAstVarDecl values -> {
                if (values.getKind() == Swc4jAstVarDeclKind.Var) {
                    values.getDecls().forEach(each -> bound(each.getName(), names));
                    edits.replace(from, start(values), "", ITEM_DEPTH);
                } else {
                    assignments(from, values.getDecls(), names);
                }
            }
            default -> {
                // A statement.
            }
        }
        if (isExported) {
            exports.addAll(names);
        }
    }

    /// `const a = 1, { b } = c` becomes an assignment.
    private void assignments(int from, List<Swc4jAstVarDeclarator> declarators, List<String> names) {
        edits.replace(from, start(declarators.getFirst()), ";(", ITEM_DEPTH);
        for (Swc4jAstVarDeclarator each : declarators) {
            bound(each.getName(), names);
            if (each.getInit().isEmpty()) {
                edits.close(end(each), " = void 0", ITEM_DEPTH + 1);
            }
        }
        edits.close(end(declarators.getLast()), ");", ITEM_DEPTH);
        variables.addAll(names);
    }

    private void defaultDeclaration(Swc4jAstExportDefaultDecl export) {
        ISwc4jAst declared = export.getDecl();
        if (declared instanceof Swc4jAstFnExpr function && function.getIdent().isPresent()) {
            String name = function.getIdent().get().getSym();
            exportDefault();
            variables.add(name);
            functions.add(new String[] {name, name});
            functions.add(new String[] {name, DEFAULT});
            edits.replace(start(export), start(declared), "", ITEM_DEPTH);
        } else if (declared instanceof Swc4jAstClassExpr type && type.getIdent().isPresent()) {
            String name = type.getIdent().get().getSym();
            exportDefault();
            variables.add(name);
            edits.replace(start(export), start(declared), ";" + name + " = " + DEFAULT + " = ", ITEM_DEPTH);
            edits.close(end(declared), ";", ITEM_DEPTH);
        } else {
            assignDefault(export, declared);
        }
    }

    /// Assigns in a way that gives an anonymous function or class the name `default`.
    private void assignDefault(ISwc4jAst export, ISwc4jAst value) {
        exportDefault();
        edits.replace(start(export), start(value), ";({ default: " + DEFAULT + " } = { default: ", ITEM_DEPTH);
        edits.close(end(value), " });", ITEM_DEPTH);
    }

    private void exportDefault() {
        variables.add(DEFAULT);
        exports.add(DEFAULT + " as default");
    }

    /// The names that a pattern binds.
    private static void bound(ISwc4jAst pattern, List<String> names) {
        switch (pattern) {
            case Swc4jAstBindingIdent name -> names.add(name.getId().getSym());
            case Swc4jAstObjectPat object -> object.getProps().forEach(each -> bound(each, names));
            case Swc4jAstArrayPat array ->
                array.getElems().forEach(each -> each.ifPresent((ISwc4jAstPat element) -> bound(element, names)));
            case Swc4jAstAssignPatProp property -> bound(property.getKey(), names);
            case Swc4jAstKeyValuePatProp property -> bound(property.getValue(), names);
            case Swc4jAstRestPat rest -> bound(rest.getArg(), names);
            case Swc4jAstAssignPat withDefault -> bound(withDefault.getLeft(), names);
            default -> {
                // Nothing else binds.
            }
        }
    }
}
