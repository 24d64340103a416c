/// Static assets: which file answers a path, the rules of `_headers` and `_redirects`, and who answers a request. Files
/// are read on the executor for blocking work. May use what `host` may.
package dev.dynamicworkers.playground.core.host.assets;
