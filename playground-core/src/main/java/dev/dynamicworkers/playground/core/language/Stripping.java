package dev.dynamicworkers.playground.core.language;

import dev.dynamicworkers.playground.core.transpile.TypeScriptTranspiler;
import dev.dynamicworkers.playground.core.transpile.UsingLowering;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Answers what JavaScript the engine makes of a TypeScript module, by what the engine itself uses. In the language
/// process: swc is native code, which no text of a person shall take the window along with. One thread.
final class Stripping {
    /// What a question of this kind begins with.
    static final String QUESTION = "{\"method\":\"strip\"";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TypeScriptTranspiler transpiler = new TypeScriptTranspiler();
    private final UsingLowering using = new UsingLowering();

    /// @param question JSON with `path` and `text`
    String answer(String question) {
        JsonNode asked = JSON.readTree(question);
        String path = asked.path("path").asString("");
        ObjectNode answer = JSON.createObjectNode();
        ObjectNode result = answer.putObject("result");
        try {
            String code =
                    transpiler.transpile(path, asked.path("text").asString("")).code();
            result.put("code", code).put("lowered", using.module(code, "using") != null);
        } catch (TypeScriptTranspiler.SyntaxFailure broken) {
            result.put("problem", broken.getMessage())
                    .put("line", broken.line())
                    .put("column", broken.column());
        }
        return JSON.writeValueAsString(answer);
    }
}
