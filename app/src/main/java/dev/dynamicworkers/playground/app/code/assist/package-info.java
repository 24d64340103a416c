/// What an editor shows over the code while one types: proposals, explanations, parameters, small questions.
///
/// May use `theme` and `fx`. FX thread.
package dev.dynamicworkers.playground.app.code.assist;
