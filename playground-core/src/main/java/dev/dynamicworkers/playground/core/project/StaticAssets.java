package dev.dynamicworkers.playground.core.project;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The files that a worker serves by itself, as `assets` declares them.
///
/// @param directory path of their folder within the project, with `/`
/// @param binding key of `env` that serves them, null for none
/// @param html what becomes of `.html` and of slashes at the end
/// @param notFound what answers requests for files that are not there
/// @param workerFirst whether the worker gets all requests first
/// @param workerFirstPatterns paths that the worker gets first, with `*`; after `!` those that it does not
public record StaticAssets(
        String directory,
        @Nullable String binding,
        Html html,
        NotFound notFound,
        boolean workerFirst,
        List<String> workerFirstPatterns) {
    /// The largest file that the platform takes.
    public static final long MOST_BYTES = 25L << 20;

    /// How many files the platform takes.
    public static final int MOST_FILES = 20_000;

    public StaticAssets {
        workerFirstPatterns = List.copyOf(workerFirstPatterns);
    }

    /// Which path a page has: `about.html` and `about/index.html` are pages.
    public enum Html {
        /// `/about` for `about.html`, `/about/` for `about/index.html`.
        AUTO_TRAILING_SLASH("auto-trailing-slash"),
        /// `/about/` for both.
        FORCE_TRAILING_SLASH("force-trailing-slash"),
        /// `/about` for both.
        DROP_TRAILING_SLASH("drop-trailing-slash"),
        /// That of its file.
        NONE("none");

        private final String word;

        Html(String word) {
            this.word = word;
        }

        /// The word in the configuration.
        public String word() {
            return word;
        }
    }

    /// What answers where there is no file.
    public enum NotFound {
        /// 404 without a body, or the worker.
        NONE("none"),
        /// The next `404.html` upwards, with status 404.
        PAGE_404("404-page"),
        /// `/index.html`, with status 200.
        SINGLE_PAGE_APPLICATION("single-page-application");

        private final String word;

        NotFound(String word) {
            this.word = word;
        }

        /// The word in the configuration.
        public String word() {
            return word;
        }
    }
}
