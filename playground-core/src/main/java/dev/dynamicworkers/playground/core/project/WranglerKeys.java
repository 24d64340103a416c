package dev.dynamicworkers.playground.core.project;

import java.util.Map;
import java.util.Set;

/// The top-level keys of Wrangler's configuration, by what they mean to the playground.
final class WranglerKeys {
    /// Read and acted on.
    static final Set<String> UNDERSTOOD = Set.of(
            "name",
            "main",
            "compatibility_date",
            "compatibility_flags",
            "assets",
            "vars",
            "worker_loaders",
            "limits",
            "services",
            "secrets",
            "rules",
            "triggers",
            "durable_objects",
            "kv_namespaces",
            "r2_buckets",
            "d1_databases",
            "queues",
            "analytics_engine_datasets",
            "ratelimits",
            "version_metadata");

    /// Without meaning on one machine: they speak of accounts, addresses, deployment and editors.
    static final Set<String> WITHOUT_MEANING_HERE = Set.of(
            "$schema",
            "account_id",
            "dev",
            "keep_names",
            "keep_vars",
            "legacy_env",
            "logpush",
            "migrations",
            "minify",
            "observability",
            "placement",
            "preview_urls",
            "route",
            "routes",
            "send_metrics",
            "tsconfig",
            "upload_source_maps",
            "workers_dev");

    /// Wrangler knows them and acts on them, the playground does not.
    static final Set<String> NOT_FOLLOWED = Set.of(
            "alias",
            "base_dir",
            "build",
            "containers",
            "data_blobs",
            "define",
            "find_additional_modules",
            "jsx_factory",
            "jsx_fragment",
            "logfwdr",
            "no_bundle",
            "pages_build_output_dir",
            "preserve_file_names",
            "python_modules",
            "site",
            "streaming_tail_consumers",
            "tail_consumers",
            "text_blobs",
            "unsafe",
            "wasm_modules");

    /// Bindings that the playground does not run: the key in the configuration and what people call it.
    static final Map<String, String> FOREIGN_BINDINGS = Map.ofEntries(
            Map.entry("ai", "Workers AI"),
            Map.entry("browser", "Browser Rendering"),
            Map.entry("dispatch_namespaces", "Workers for Platforms"),
            Map.entry("hyperdrive", "Hyperdrive"),
            Map.entry("images", "Images"),
            Map.entry("media", "Media Transformations"),
            Map.entry("mtls_certificates", "mTLS certificate"),
            Map.entry("pipelines", "Pipelines"),
            Map.entry("secrets_store_secrets", "Secrets Store"),
            Map.entry("send_email", "Email"),
            Map.entry("vectorize", "Vectorize"),
            Map.entry("vpc_services", "VPC service"),
            Map.entry("workflows", "Workflows"));

    private WranglerKeys() {}
}
