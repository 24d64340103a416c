package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.network.HostResolver;
import dev.dynamicworkers.playground.core.project.network.NetworkRules;
import dev.dynamicworkers.playground.core.project.secret.Secrets;
import java.util.concurrent.ExecutorService;

/// All that a project has to do with the network: the rules in force, who is asked, what is looked for on its way out,
/// and the connections. Made and closed on any thread; everything else runs on the event loop's thread.
public final class ProjectNetwork implements AutoCloseable {
    private final Questions questions;
    private final Tripwire tripwire;
    private final NetworkGate gate;
    private final OutboundNetwork connections;
    private final Outbounds outbounds;

    /// @param executor runs what blocks
    ProjectNetwork(
            EventLoop loop, ExecutorService executor, HostResolver resolver, Secrets secrets, NetworkRules rules) {
        questions = new Questions(loop);
        tripwire = new Tripwire(secrets, loop);
        gate = new NetworkGate(loop, tripwire, questions, rules);
        connections = new OutboundNetwork(loop, executor, resolver, tripwire);
        outbounds = new Outbounds(gate, connections);
    }

    /// Puts other rules into force, for the next request on. Connections that are open stay.
    public void use(NetworkRules rules) {
        gate.use(rules);
        connections.forgetConnections();
    }

    /// Asks people on behalf of guest code.
    public Questions questions() {
        return questions;
    }

    /// Looks for secrets on their way out.
    public Tripwire tripwire() {
        return tripwire;
    }

    /// Ways out for workers.
    Outbounds outbounds() {
        return outbounds;
    }

    @Override
    public void close() {
        connections.close();
    }
}
