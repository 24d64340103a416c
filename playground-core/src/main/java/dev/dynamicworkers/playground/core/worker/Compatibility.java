package dev.dynamicworkers.playground.core.worker;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Compatibility dates and flags of the platform: which are known, from which date on a flag is the default, what
/// contradicts what.
/// The texts of the errors are workerd's.
public final class Compatibility {
    /// The newest date that this engine knows the meaning of.
    public static final LocalDate NEWEST = LocalDate.of(2026, 11, 23);

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /// Flags by the date from which they are on, which may be empty for those that never are by themselves; each with
    /// its opposite.
    private static final Map<String, Flag> FLAGS = new LinkedHashMap<>();

    /// Enabling and disabling name of one switch.
    private record Flag(String on, String off, String since, Stage stage) {}

    private enum Stage {
        STABLE,
        EXPERIMENTAL
    }

    static {
        stable("formdata_parser_supports_files", "formdata_parser_converts_files_to_strings", "2021-11-03");
        stable("fetch_refuses_unknown_protocols", "fetch_treats_unknown_protocols_as_http", "2021-11-10");
        stable("durable_object_fetch_requires_full_url", "durable_object_fetch_allows_relative_url", "2021-11-10");
        stable("streams_byob_reader_detaches_buffer", "streams_byob_reader_does_not_detach_buffer", "2021-11-10");
        stable("global_navigator", "no_global_navigator", "2022-03-21");
        stable("html_rewriter_treats_esi_include_as_void_tag", "html_rewriter_treats_esi_include_as_non_void_tag", "");
        stable("export_commonjs_default", "export_commonjs_namespace", "2022-10-31");
        stable("capture_async_api_throws", "do_not_capture_async_api_throws", "2022-10-31");
        stable("url_standard", "url_original", "2022-10-31");
        stable("streams_enable_constructors", "streams_disable_constructors", "2022-11-30");
        stable(
                "transformstream_enable_standard_constructor",
                "transformstream_disable_standard_constructor",
                "2022-11-30");
        stable("r2_list_honor_include", "", "2022-08-04");
        stable("no_substitute_null", "substitute_null", "2022-06-01");
        stable("dont_substitute_null_on_type_error", "substitute_null_on_type_error", "2022-06-01");
        stable("minimal_subrequests", "no_minimal_subrequests", "2022-04-05");
        stable("specify_default_content_type", "", "");
        stable("http_headers_getsetcookie", "no_http_headers_getsetcookie", "2023-03-01");
        stable("no_cots_on_external_fetch", "cots_on_external_fetch", "2023-03-01");
        stable("strict_crypto_checks", "no_strict_crypto_checks", "2023-03-01");
        stable("crypto_preserve_public_exponent", "no_crypto_preserve_public_exponent", "2023-12-01");
        stable("internal_stream_byob_return_view", "internal_stream_byob_return_undefined", "2024-05-13");
        stable("urlsearchparams_delete_has_value_arg", "no_urlsearchparams_delete_has_value_arg", "2023-07-01");
        stable("strict_compression_checks", "no_strict_compression_checks", "2023-08-01");
        stable("queues_json_messages", "no_queues_json_messages", "2024-03-18");
        stable("brotli_content_encoding", "no_brotli_content_encoding", "2024-04-29");
        stable("unwrap_custom_thenables", "no_unwrap_custom_thenables", "2024-04-01");
        stable("blob_standard_mime_type", "blob_legacy_mime_type", "2024-06-03");
        stable("fetch_standard_url", "fetch_legacy_url", "2024-06-03");
        stable("rpc", "no_rpc", "2024-04-03");
        stable("handle_cross_request_promise_resolution", "no_handle_cross_request_promise_resolution", "2024-10-14");
        stable("set_tostring_tag", "do_not_set_tostring_tag", "2024-09-26");
        stable("upper_case_all_http_methods", "no_upper_case_all_http_methods", "2024-10-14");
        stable("cache_option_enabled", "cache_option_disabled", "2024-11-11");
        stable("nodejs_compat_v2", "no_nodejs_compat_v2", "");
        stable("nodejs_als", "no_nodejs_als", "");
        stable("nodejs_compat", "no_nodejs_compat", "2026-08-04");
        stable("nodejs_zlib", "no_nodejs_zlib", "");
        stable("nodejs_compat_populate_process_env", "nodejs_compat_do_not_populate_process_env", "2025-04-01");
        stable("enable_weak_ref", "disable_weak_ref", "2025-05-05");
        stable("enable_navigator_language", "disable_navigator_language", "2025-05-19");
        stable("allow_eval_during_startup", "disallow_eval_during_startup", "2025-06-01");
        stable("throw_on_unrecognized_import_assertion", "ignore_unrecognized_import_assertion", "2025-06-16");
        stable("global_fetch_strictly_public", "global_fetch_private_origin", "");
        stable("assets_navigation_prefers_asset_serving", "assets_navigation_has_no_effect", "2025-04-01");
        stable("expose_global_message_channel", "no_expose_global_message_channel", "2025-08-15");
        stable("enable_request_signal", "disable_request_signal", "");
        stable("request_signal_passthrough", "no_request_signal_passthrough", "");
        stable("enable_ctx_exports", "disable_ctx_exports", "2025-11-17");
        stable("pedantic_wpt", "non_pedantic_wpt", "");
        stable("require_returns_default_export", "require_returns_namespace", "2026-01-22");
        stable("rpc_params_dup_stubs", "rpc_params_transfer_stubs", "2026-01-20");
        stable(
                "unhandled_rejection_after_microtask_checkpoint",
                "no_unhandled_rejection_after_microtask_checkpoint",
                "2026-03-03");
        stable("enhanced_error_serialization", "legacy_error_serialization", "2026-04-21");
        stable("web_socket_compression", "no_web_socket_compression", "2023-08-15");
        stable("disallow_importable_env", "allow_importable_env", "");
        stable("python_workers", "no_python_workers", "");
        experimental("experimental");
        experimental("service_binding_extra_handlers");
        experimental("streaming_tail_worker");
        experimental("durable_object_alarms");
        experimental("new_module_registry");
        experimental("unsafe_module");
        experimental("tail_worker_user_spans");
        experimental("abort_signal_rpc");
        experimental("webgpu");
    }

    private Compatibility() {}

    private static void stable(String on, String off, String since) {
        add(new Flag(on, off, since, Stage.STABLE));
    }

    private static void experimental(String on) {
        add(new Flag(on, "no_" + on, "", Stage.EXPERIMENTAL));
    }

    private static void add(Flag flag) {
        FLAGS.put(flag.on, flag);
        if (!flag.off.isEmpty()) {
            FLAGS.put(flag.off, flag);
        }
    }

    /// Whether a flag of that name exists.
    public static boolean isFlag(String name) {
        return FLAGS.containsKey(name);
    }

    /// All flags in force for a date and explicit flags, sorted.
    ///
    /// @param allowExperimental whether the worker code asks for experimental flags
    /// @param callerIsExperimental whether the caller may ask for that
    /// @throws IllegalArgumentException with the platform's text
    public static Set<String> resolve(
            String date, List<String> flags, boolean allowExperimental, boolean callerIsExperimental) {
        LocalDate parsed = parse(date);
        if (parsed.isAfter(NEWEST)) {
            throw new IllegalArgumentException("This Worker requires compatibility date \"" + date
                    + "\", but the newest date supported by this server binary is \"" + NEWEST + "\".");
        }
        if (allowExperimental && !callerIsExperimental) {
            throw new IllegalArgumentException(
                    "'allowExperimental' is only allowed when the calling worker has the 'experimental' compat flag"
                            + " set.");
        }
        Set<String> inForce = new TreeSet<>();
        Set<String> explicit = explicit(flags, allowExperimental);
        Set<Flag> seen = new HashSet<>();
        for (Flag flag : FLAGS.values()) {
            if (!seen.add(flag)) {
                continue;
            }
            boolean byDate = !flag.since.isEmpty() && !parsed.isBefore(LocalDate.parse(flag.since));
            if (explicit.contains(flag.on) || (byDate && !explicit.contains(flag.off))) {
                inForce.add(flag.on);
            }
        }
        if (inForce.contains("nodejs_compat")) {
            inForce.add("nodejs_als");
        }
        return inForce;
    }

    private static Set<String> explicit(List<String> flags, boolean allowExperimental) {
        Set<String> explicit = new HashSet<>();
        for (String name : flags) {
            Flag flag = FLAGS.get(name);
            if (flag == null) {
                throw new IllegalArgumentException("No such compatibility flag: " + name);
            }
            if (!explicit.add(name)) {
                throw new IllegalArgumentException("Compatibility flag specified multiple times: " + name);
            }
            if (flag.stage == Stage.EXPERIMENTAL && !allowExperimental) {
                throw new IllegalArgumentException("The compatibility flag " + name
                        + " is experimental and may break or be removed in a future version of workerd. To use this"
                        + " flag, you must pass --experimental on the command line.");
            }
            if (explicit.contains(flag.on) && explicit.contains(flag.off)) {
                throw new IllegalArgumentException(
                        "Compatibility flags are mutually contradictory: " + flag.on + " vs " + flag.off);
            }
        }
        return explicit;
    }

    private static LocalDate parse(String date) {
        if (DATE.matcher(date).matches()) {
            try {
                return LocalDate.parse(date);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("Invalid compatibility date: " + date, e);
            }
        }
        throw new IllegalArgumentException("Invalid compatibility date: " + date);
    }
}
