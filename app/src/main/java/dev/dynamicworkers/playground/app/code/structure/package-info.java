/// What a text is made of, as far as folding and navigation need it.
///
/// May use nothing but the lexers. Safe on any thread.
package dev.dynamicworkers.playground.app.code.structure;
