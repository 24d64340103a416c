package dev.dynamicworkers.playground.core.transpile;

import com.caoccao.javet.swc4j.Swc4j;
import com.caoccao.javet.swc4j.enums.Swc4jMediaType;
import com.caoccao.javet.swc4j.enums.Swc4jParseMode;
import com.caoccao.javet.swc4j.enums.Swc4jSourceMapOption;
import com.caoccao.javet.swc4j.exceptions.Swc4jCoreException;
import com.caoccao.javet.swc4j.options.Swc4jTranspileOptions;
import com.caoccao.javet.swc4j.outputs.Swc4jTranspileOutput;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes the types out of TypeScript modules, through swc. Safe on any thread.
public final class TypeScriptTranspiler {
    private static final Pattern PLACE = Pattern.compile("(?s)(.*?) at \\S*?:(\\d+):(\\d+).*");

    private final Swc4j swc = new Swc4j();

    /// JavaScript of a module and where it comes from.
    public record Output(String code, @Nullable SourceMap map) {}

    /// The source is not valid TypeScript.
    public static final class SyntaxFailure extends Exception {
        private static final long serialVersionUID = 1;

        private final int line;
        private final int column;

        SyntaxFailure(String message, int line, int column, Throwable cause) {
            super(message, cause);
            this.line = line;
            this.column = column;
        }

        /// Line from 1.
        public int line() {
            return line;
        }

        /// Column from 1.
        public int column() {
            return column;
        }
    }

    /// Transpiles one module.
    ///
    /// @param name of the module; one that ends in `x` may hold JSX
    public Output transpile(String name, String source) throws SyntaxFailure {
        Swc4jTranspileOptions options = new Swc4jTranspileOptions()
                .setMediaType(name.endsWith(".tsx") ? Swc4jMediaType.Tsx : Swc4jMediaType.TypeScript)
                .setParseMode(Swc4jParseMode.Module)
                .setInlineSources(/* inlineSources= */ false)
                .setSourceMap(Swc4jSourceMapOption.Separate);
        try {
            options.setSpecifier(URI.create("file:///module.ts").toURL());
            Swc4jTranspileOutput output = swc.transpile(source, options);
            String map = output.getSourceMap();
            return new Output(output.getCode(), map == null || map.isEmpty() ? null : SourceMap.parse(map));
        } catch (Swc4jCoreException e) {
            throw failure(e);
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SyntaxFailure failure(Swc4jCoreException e) {
        String message = String.valueOf(e.getMessage());
        Matcher matcher = PLACE.matcher(message);
        if (!matcher.matches()) {
            return new SyntaxFailure(message, 1, 1, e);
        }
        return new SyntaxFailure(
                matcher.group(1).strip(), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)), e);
    }
}
