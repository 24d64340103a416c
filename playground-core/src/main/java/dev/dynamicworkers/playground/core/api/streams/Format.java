package dev.dynamicworkers.playground.core.api.streams;

import dev.dynamicworkers.playground.core.isolate.GuestThrow;

/// The formats of `CompressionStream` and `DecompressionStream`.
enum Format {
    GZIP,
    DEFLATE,
    DEFLATE_RAW;

    static Format of(String name) {
        return switch (name) {
            case "gzip" -> GZIP;
            case "deflate" -> DEFLATE;
            case "deflate-raw" -> DEFLATE_RAW;
            default ->
                throw GuestThrow.typeError("The compression format must be either 'deflate', 'deflate-raw' or 'gzip'.");
        };
    }
}
