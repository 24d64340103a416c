package dev.dynamicworkers.playground.core.project.network;

import java.net.InetAddress;
import java.util.Optional;

/// Which hosts a rule is about: a name, an address, `*.example.com` for all names below one, or `*` for all; each with
/// a port or without.
///
/// @param host as [NetworkTarget#host] is written, or a pattern
/// @param port 0 for any
public record HostPattern(String host, int port) {
    private static final int MAX_PORT = 65_535;
    private static final String BELOW = "*.";

    /// Reads `HOST[:PORT]`; empty where it is neither.
    public static Optional<HostPattern> of(String text) {
        String given = text.strip();
        int colon = given.lastIndexOf(':');
        boolean bareIpv6 = !given.startsWith("[") && given.indexOf(':') != colon;
        boolean withPort = colon >= 0 && !bareIpv6 && colon > given.lastIndexOf(']');
        int port = 0;
        if (withPort) {
            String digits = given.substring(colon + 1);
            if (!digits.matches("[0-9]{1,5}") || Integer.parseInt(digits) < 1 || Integer.parseInt(digits) > MAX_PORT) {
                return Optional.empty();
            }
            port = Integer.parseInt(digits);
        }
        String host = NetworkTarget.plainHost(withPort ? given.substring(0, colon) : given);
        if (!isHost(host)) {
            return Optional.empty();
        }
        return Optional.of(new HostPattern(canonical(host), port));
    }

    private static boolean isHost(String host) {
        if (host.equals("*") || isAddress(host)) {
            return true;
        }
        String name = host.startsWith(BELOW) ? host.substring(BELOW.length()) : host;
        // A name whose last label is a number would be read as an address, in one of its odd spellings.
        return name.matches("[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*")
                && !name.matches("(.*\\.)?(0x[0-9a-f]*|[0-9]+)");
    }

    /// Addresses in one spelling: IPv4 addresses that are written as IPv6 ones become IPv4.
    private static String canonical(String host) {
        return isAddress(host) ? InetAddress.ofLiteral(host).getHostAddress() : host;
    }

    private static boolean isAddress(String host) {
        boolean looksLikeOne = host.contains(":") || host.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
        if (!looksLikeOne || host.contains("%")) {
            return false;
        }
        try {
            return InetAddress.ofLiteral(host).getAddress().length > 0;
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    /// Whether it stands for one host and nothing else.
    public boolean isExact() {
        return !host.startsWith("*");
    }

    /// Whether it is an address.
    public boolean isLiteral() {
        return isExact() && isAddress(host);
    }

    /// Whether it names this machine or an address, so that whoever wrote it meant what is behind it.
    public boolean isLocal() {
        return isLiteral() || (isExact() && (host.equals("localhost") || host.endsWith(".localhost")));
    }

    boolean matches(NetworkTarget target) {
        return (port == 0 || port == target.port()) && matchesHost(target.host());
    }

    private boolean matchesHost(String other) {
        if (host.equals("*")) {
            return true;
        }
        if (host.startsWith(BELOW)) {
            return other.endsWith(host.substring(1)) && other.length() > host.length() - 1;
        }
        return host.equals(other) || (isLiteral() && isAddress(other) && sameAddress(other));
    }

    private boolean sameAddress(String other) {
        return InetAddress.ofLiteral(host).equals(InetAddress.ofLiteral(other));
    }

    /// As it is written in rules.
    @Override
    public String toString() {
        String name = host.contains(":") && port != 0 ? "[" + host + "]" : host;
        return port == 0 ? name : name + ":" + port;
    }
}
