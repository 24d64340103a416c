package dev.dynamicworkers.playground.core.language;

import java.util.Map;
import java.util.Set;

/// The texts of a project as the language service is to see them. Immutable.
///
/// @param files texts by path: code, and the configuration of TypeScript and Prettier
/// @param dynamic which of the paths are code of dynamic workers; the others are the parent's
/// @param kinds what importing a file gives, by path: `es module`, `text`, `data`, ...
/// @param parentEnv declaration of the parent's `Env`
/// @param dynamicEnv declaration of a dynamic worker's `Env`
/// @param checkScripts whether types are checked in JavaScript, too
public record CodeTexts(
        Map<String, String> files,
        Set<String> dynamic,
        Map<String, String> kinds,
        String parentEnv,
        String dynamicEnv,
        boolean checkScripts) {
    public CodeTexts {
        files = Map.copyOf(files);
        dynamic = Set.copyOf(dynamic);
        kinds = Map.copyOf(kinds);
    }
}
