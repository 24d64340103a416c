package dev.dynamicworkers.playground.core.project.network;

import java.net.InetAddress;
import java.util.List;

/// Which private addresses a section lets a request reach. Public ones need no grant.
///
/// @param named whether the rule that decided named the host, and with it what is behind its name
/// @param literals addresses that rules of the section let through by themselves
public record AddressGrant(boolean named, List<HostPattern> literals) {
    public AddressGrant {
        literals = List.copyOf(literals);
    }

    /// Whether a rule spells out this address.
    public boolean spellsOut(InetAddress address, int port) {
        return literals.stream()
                .anyMatch(each -> (each.port() == 0 || each.port() == port)
                        && InetAddress.ofLiteral(each.host()).equals(address));
    }
}
