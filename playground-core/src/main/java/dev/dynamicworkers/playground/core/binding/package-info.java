/// Objects in `env`. One sub-package per kind. May use `api`, `rpc`, `io`, `js`, `eventloop`, `storage`, `project`,
/// `worker`, `util`.
package dev.dynamicworkers.playground.core.binding;
