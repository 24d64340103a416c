package dev.dynamicworkers.playground.core.host.assets;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Media types by the ends of file names (IANA's registry).
final class MediaTypes {
    private static final Map<String, String> TYPES = Map.ofEntries(
            entry("aac", "audio/aac"),
            entry("apng", "image/apng"),
            entry("avif", "image/avif"),
            entry("bmp", "image/bmp"),
            entry("bin", "application/octet-stream"),
            entry("css", "text/css"),
            entry("csv", "text/csv"),
            entry("eot", "application/vnd.ms-fontobject"),
            entry("flac", "audio/x-flac"),
            entry("gif", "image/gif"),
            entry("gz", "application/gzip"),
            entry("htm", "text/html"),
            entry("html", "text/html"),
            entry("ico", "image/vnd.microsoft.icon"),
            entry("ics", "text/calendar"),
            entry("jpeg", "image/jpeg"),
            entry("jpg", "image/jpeg"),
            entry("js", "text/javascript"),
            entry("json", "application/json"),
            entry("jsonld", "application/ld+json"),
            entry("m4a", "audio/mp4"),
            entry("map", "application/json"),
            entry("md", "text/markdown"),
            entry("mjs", "text/javascript"),
            entry("mov", "video/quicktime"),
            entry("mp3", "audio/mpeg"),
            entry("mp4", "video/mp4"),
            entry("oga", "audio/ogg"),
            entry("ogg", "audio/ogg"),
            entry("ogv", "video/ogg"),
            entry("otf", "font/otf"),
            entry("pdf", "application/pdf"),
            entry("png", "image/png"),
            entry("rss", "application/rss+xml"),
            entry("atom", "application/atom+xml"),
            entry("svg", "image/svg+xml"),
            entry("tif", "image/tiff"),
            entry("tiff", "image/tiff"),
            entry("ttf", "font/ttf"),
            entry("txt", "text/plain"),
            entry("vtt", "text/vtt"),
            entry("wasm", "application/wasm"),
            entry("wav", "audio/wav"),
            entry("webm", "video/webm"),
            entry("webmanifest", "application/manifest+json"),
            entry("webp", "image/webp"),
            entry("woff", "font/woff"),
            entry("woff2", "font/woff2"),
            entry("xhtml", "application/xhtml+xml"),
            entry("xml", "text/xml"),
            entry("yaml", "text/yaml"),
            entry("yml", "text/yaml"),
            entry("zip", "application/zip"));

    private MediaTypes() {}

    /// The type of a file, text with its encoding; null when nobody knows.
    static @Nullable String of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        String type = dot < 0 ? null : TYPES.get(name.substring(dot + 1).toLowerCase(Locale.ROOT));
        return type != null && type.startsWith("text/") ? type + "; charset=utf-8" : type;
    }
}
