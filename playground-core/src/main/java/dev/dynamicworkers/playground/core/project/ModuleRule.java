package dev.dynamicworkers.playground.core.project;

import java.util.List;

/// Files that are imported as a module of one type.
///
/// @param globs patterns as in Wrangler: `*` and `**` stand for any characters, slashes included
/// @param fallthrough whether later rules of the same type count as well
public record ModuleRule(ModuleType type, List<String> globs, boolean fallthrough) {
    public ModuleRule {
        globs = List.copyOf(globs);
    }
}
