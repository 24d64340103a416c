package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.network.HttpField;
import dev.dynamicworkers.playground.core.project.network.AddressGrant;
import dev.dynamicworkers.playground.core.project.secret.Secrets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Leave of the rules for one request.
///
/// @param headers that the rules set on it
/// @param injected the secrets in these headers: the worker must not get to see them, not even in an answer
/// @param grants special addresses that it may reach
record Pass(Attempt attempt, List<HttpField> headers, Secrets injected, List<AddressGrant> grants) {
    Pass {
        headers = List.copyOf(headers);
        grants = List.copyOf(grants);
    }

    /// Names of the fields that the rules set, in lower case.
    Set<String> names() {
        return headers.stream()
                .map(field -> field.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
