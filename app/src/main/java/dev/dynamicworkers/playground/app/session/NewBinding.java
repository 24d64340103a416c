package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.session.body.JsonSpan;
import java.util.Locale;

/// Something that is to be bound to the parent's `env`.
///
/// @param value what the kind asks for, may be empty where there is a default
public record NewBinding(Kind kind, String name, String value) {
    /// What can be bound.
    public enum Kind {
        VAR("Variable", "Value: a text, or JSON that begins with { or [", "vars"),
        SECRET("Secret", "Value; it goes into .dev.vars, never into wrangler.jsonc", "secrets"),
        KV("KV namespace", "Id of the namespace; empty for the name", "kv_namespaces"),
        R2("R2 bucket", "Name of the bucket; empty for the name", "r2_buckets"),
        D1("D1 database", "Name of the database; empty for the name", "d1_databases"),
        QUEUE("Queue", "Name of the queue; empty for the name", "queues"),
        RPC("RPC: an entrypoint of the parent", "Name of the exported class, such as Greeter", "services"),
        FETCHER("Fetcher: another worker", "Name of the worker; its project is paired in Inspector rules", "services");

        private final String title;
        private final String hint;
        private final String section;

        Kind(String title, String hint, String section) {
            this.title = title;
            this.hint = hint;
            this.section = section;
        }

        /// For people.
        public String title() {
            return title;
        }

        /// What its value is.
        public String hint() {
            return hint;
        }

        /// Whether the value can be left out.
        public boolean hasDefault() {
            return this == KV || this == R2 || this == D1 || this == QUEUE;
        }

        /// Whether an isolate can be handed it as it is; stores can't be, only what an exported class makes of them.
        public boolean canBePassed() {
            return this == VAR || this == SECRET || this == RPC || this == FETCHER;
        }
    }

    /// Why it can't be bound, one sentence; empty when it can.
    ///
    /// @param outline of the project it is for
    public String problem(ProjectOutline outline) {
        if (name.isEmpty()) {
            return "Type a name, such as " + kind.name() + ".";
        }
        if (!name.matches("[A-Za-z_$][A-Za-z0-9_$]*")) {
            return "A name has letters, digits, _ and $, and does not begin with a digit.";
        }
        String taken = outline.bindings().get(name);
        if (taken != null) {
            return name + " is taken: it is a " + taken + " already.";
        }
        if (value.isBlank() && !kind.hasDefault()) {
            return kind == Kind.VAR || kind == Kind.SECRET ? "Type its value." : kind.hint() + ".";
        }
        if (kind == Kind.RPC && !value.matches("[A-Za-z_$][A-Za-z0-9_$]*")) {
            return "The name of a class has no spaces or signs.";
        }
        if (kind == Kind.SECRET && value.contains("\n")) {
            return "A secret here is one line.";
        }
        return "";
    }

    /// The configuration with it. Secrets stand elsewhere and change nothing.
    ///
    /// @param worker name of the project's own worker
    String into(String config, String worker) {
        String said = value.isBlank() ? name.toLowerCase(Locale.ROOT).replace('_', '-') : value.strip();
        return switch (kind) {
            case VAR -> JsoncEdit.addWithin(config, kind.section, name, json());
            case SECRET -> config;
            case KV -> JsoncEdit.putInto(config, kind.section, entry("id", said));
            case R2 -> JsoncEdit.putInto(config, kind.section, entry("bucket_name", said));
            case D1 -> JsoncEdit.putInto(config, kind.section, entry("database_name", said, "database_id", said));
            case QUEUE -> JsoncEdit.putInto(config, kind.section, "producers", entry("queue", said));
            case RPC -> JsoncEdit.putInto(config, kind.section, entry("service", worker, "entrypoint", said));
            case FETCHER -> JsoncEdit.putInto(config, kind.section, entry("service", said));
        };
    }

    /// A text is meant as JSON only where it can't be meant otherwise.
    private String json() {
        boolean structured = value.strip().startsWith("{") || value.strip().startsWith("[");
        return structured && JsonSpan.of(value).isPresent() ? value.strip() : JsonSpan.quote(value);
    }

    private String entry(String... pairs) {
        StringBuilder out = new StringBuilder("{ \"binding\": ").append(JsonSpan.quote(name));
        for (int i = 0; i < pairs.length; i += 2) {
            out.append(", ").append(JsonSpan.quote(pairs[i])).append(": ").append(JsonSpan.quote(pairs[i + 1]));
        }
        return out.append(" }").toString();
    }

    /// A file of local secrets with it.
    String intoVars(String text) {
        String line = name + "=\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\n";
        return text.isEmpty() || text.endsWith("\n") ? text + line : text + "\n" + line;
    }
}
