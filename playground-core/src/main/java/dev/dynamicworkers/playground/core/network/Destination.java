package dev.dynamicworkers.playground.core.network;

import dev.dynamicworkers.playground.core.project.network.AddressGrant;
import java.net.InetAddress;
import java.util.List;

/// Where a connection goes, and which special addresses it may end at.
///
/// @param host a name in ASCII without a dot at its end, or an address without brackets
/// @param tls whether the connection begins with a TLS handshake
/// @param grants what the rules let it reach beyond public addresses; all of them have to
public record Destination(String host, int port, boolean tls, List<AddressGrant> grants) {
    public Destination {
        grants = List.copyOf(grants);
    }

    /// Whether a connection may end at an address.
    boolean permits(InetAddress address) {
        AddressKind kind = AddressKind.of(address);
        if (kind == AddressKind.PUBLIC) {
            return true;
        }
        // What is behind a name is meant with it, but never a metadata service: its address has to be named itself.
        boolean nameCounts = kind != AddressKind.METADATA || isAddress();
        return !grants.isEmpty()
                && grants.stream().allMatch(grant -> (grant.named() && nameCounts) || grant.spellsOut(address, port));
    }

    boolean isAddress() {
        return host.contains(":") || host.matches("[0-9.]+");
    }

    /// Whether it names this machine, which needs no resolver (RFC 6761).
    boolean isLocalhost() {
        return host.equals("localhost") || host.endsWith(".localhost");
    }

    /// Host and port as in a `Host` field, without the port where it is the scheme's own.
    String authority() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return port == (tls ? 443 : 80) ? name : name + ":" + port;
    }
}
