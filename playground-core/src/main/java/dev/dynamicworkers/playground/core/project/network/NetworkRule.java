package dev.dynamicworkers.playground.core.project.network;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One rule: which requests it is about, and what happens to them.
///
/// @param id where it stands, for example `network.rules[2]` or `--allow api.example.com`
/// @param methods in upper case; empty for all
/// @param path pattern in which `*` stands for anything; null for all
/// @param privateAddresses whether the host that is named may be at a private address
/// @param headers set on requests that it lets through, in place of the worker's own of the same name
/// @param answer what is answered, null unless the action is [Action#ANSWER]
public record NetworkRule(
        String id,
        HostPattern host,
        List<String> methods,
        @Nullable String path,
        Action action,
        boolean privateAddresses,
        List<AddedHeader> headers,
        @Nullable NetworkAnswer answer) {
    public NetworkRule {
        methods = List.copyOf(methods);
        headers = List.copyOf(headers);
    }

    /// A rule that lets all requests to a host through.
    public static NetworkRule allow(String id, HostPattern host) {
        return new NetworkRule(id, host, List.of(), null, Action.ALLOW, /* privateAddresses= */ false, List.of(), null);
    }

    /// What happens to a request.
    public enum Action {
        ALLOW,
        DENY,
        ASK,
        ANSWER;

        /// The word in the configuration.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private boolean lets() {
            return this == ALLOW || this == ASK;
        }
    }

    /// The rule in words: `allow GET api.example.com/v1/*`.
    public String text() {
        return action.word() + " " + (methods.isEmpty() ? "" : String.join(",", methods) + " ") + host
                + (path == null ? "" : path);
    }

    boolean matches(NetworkTarget target) {
        if (!host.matches(target) || !(methods.isEmpty() || methods.contains(target.method()))) {
            return false;
        }
        if (target.method().equals(NetworkTarget.CONNECT)) {
            // A rule for requests to a host says nothing of its other ports.
            boolean meant = host.port() != 0 || methods.contains(NetworkTarget.CONNECT) || !action.lets();
            return meant && path == null;
        }
        return path == null || matchesPath(path, target.path());
    }

    /// A path is looked at as it is written and as a server may understand it. What lets requests through has to match
    /// both, what holds them back one of them.
    private boolean matchesPath(String pattern, String written) {
        Pattern glob = glob(pattern);
        boolean plain = glob.matcher(written).matches();
        boolean decoded = glob.matcher(understood(written)).matches();
        return action.lets() ? plain && decoded : plain || decoded;
    }

    private static Pattern glob(String pattern) {
        StringBuilder expression = new StringBuilder();
        for (String literal : pattern.split("\\*", -1)) {
            expression.append(expression.isEmpty() ? "" : ".*").append(Pattern.quote(literal));
        }
        return Pattern.compile(expression.toString(), Pattern.DOTALL);
    }

    private static String understood(String path) {
        String decoded;
        try {
            decoded = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            decoded = path;
        }
        String slashes = decoded.replace('\\', '/');
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : slashes.substring(slashes.startsWith("/") ? 1 : 0).split("/", -1)) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.equals(".")) {
                segments.add(segment);
            }
        }
        return "/" + String.join("/", segments);
    }
}
