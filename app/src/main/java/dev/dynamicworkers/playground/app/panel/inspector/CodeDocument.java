package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.code.highlight.Language;

/// A text of the page of code: the worker as the loader has it, or one of its modules.
///
/// @param name as the list shows it
/// @param kind a few words on what it is
record CodeDocument(String name, String kind, String text, Language language) {}
