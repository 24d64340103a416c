package dev.dynamicworkers.playground.core.network;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/// A response whose head has arrived.
///
/// @param reason the phrase after the status, perhaps empty
/// @param body closed by who reads it, at the latest at its end; empty where the response has none
public record Http1Response(int status, String reason, List<HttpField> fields, InputStream body) {
    public Http1Response {
        fields = List.copyOf(fields);
    }

    /// The first value of a field.
    public Optional<String> first(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(HttpField::value)
                .findFirst();
    }
}
