package dev.dynamicworkers.playground.core.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Finds the addresses of a host. Blocks; safe on any thread.
@FunctionalInterface
public interface HostResolver {
    /// The operating system's.
    HostResolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    /// All addresses of a name, at least one.
    ///
    /// @param host a name in ASCII, never an address
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
