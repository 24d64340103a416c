/// Projects of the network: which one a person means, and its way to this machine.
///
/// May use nothing of the window. Blocks; any thread but that of FX.
package dev.dynamicworkers.playground.app.session.share;
