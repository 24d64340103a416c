/// Who may reach the network: rules as immutable values, and the decision about one request.
/// Opens no connection and asks no resolver. May use `worker` and `util`. Any thread.
package dev.dynamicworkers.playground.core.project.network;
