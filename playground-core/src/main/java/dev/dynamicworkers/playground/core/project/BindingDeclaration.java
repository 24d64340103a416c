package dev.dynamicworkers.playground.core.project;

import org.jspecify.annotations.Nullable;

/// One property of `env`, as the configuration declares it.
public sealed interface BindingDeclaration {
    /// The property's name.
    String name();

    /// A variable that is a string.
    record Text(String name, String value) implements BindingDeclaration {}

    /// A variable that is any other JSON value.
    ///
    /// @param json the value as compact JSON
    record Json(String name, String json) implements BindingDeclaration {}

    /// A hidden string from `.dev.vars`.
    record Secret(String name, String value) implements BindingDeclaration {
        @Override
        public String toString() {
            return "Secret[name=" + name + "]";
        }
    }

    /// A loader of Dynamic Workers.
    record WorkerLoader(String name) implements BindingDeclaration {}

    /// An entrypoint of a worker, of this one when `service` is the project's own name.
    ///
    /// @param entrypoint null for the default one
    /// @param props JSON for `ctx.props`, null when there is none
    record Service(
            String name,
            String service,
            @Nullable String entrypoint,
            @Nullable String props) implements BindingDeclaration {}

    /// A Durable Object namespace.
    ///
    /// @param script the worker that has the class, null for this one
    record DurableObject(
            String name, String className, @Nullable String script) implements BindingDeclaration {}

    /// A KV namespace.
    ///
    /// @param id what it is called on the platform, null when not declared
    record Kv(String name, @Nullable String id) implements BindingDeclaration {
        /// What it is called in the project's state.
        public String key() {
            return id == null ? name : id;
        }
    }

    /// An R2 bucket.
    ///
    /// @param bucket null when not declared
    record R2(String name, @Nullable String bucket) implements BindingDeclaration {
        /// What it is called in the project's state.
        public String key() {
            return bucket == null ? name : bucket;
        }
    }

    /// A D1 database.
    ///
    /// @param database its name, null when not declared
    /// @param id what it is called on the platform, null when not declared
    /// @param migrationsDir folder of its migrations within the project
    /// @param migrationsTable where the names of applied migrations are kept
    record D1(
            String name,
            @Nullable String database,
            @Nullable String id,
            String migrationsDir,
            String migrationsTable) implements BindingDeclaration {
        /// What it is called in the project's state.
        public String key() {
            if (id != null) {
                return id;
            }
            return database == null ? name : database;
        }
    }

    /// An Analytics Engine dataset.
    record Analytics(String name, String dataset) implements BindingDeclaration {}

    /// A rate limiter.
    ///
    /// @param limit calls with one key in a period
    /// @param periodSeconds 10 or 60
    record RateLimit(String name, int limit, int periodSeconds) implements BindingDeclaration {}

    /// The object that tells the worker's version.
    record Version(String name) implements BindingDeclaration {}

    /// The sending end of a queue.
    ///
    /// @param delaySeconds of messages that say nothing of their own
    record Queue(String name, String queue, int delaySeconds) implements BindingDeclaration {}

    /// The worker's own static assets.
    record Assets(String name) implements BindingDeclaration {}

    /// A binding of a kind that the playground does not know how to run.
    ///
    /// @param kind the configuration's key for it
    record Unsupported(String name, String kind) implements BindingDeclaration {}
}
