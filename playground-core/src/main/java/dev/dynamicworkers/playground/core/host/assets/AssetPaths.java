package dev.dynamicworkers.playground.core.host.assets;

import dev.dynamicworkers.playground.core.project.StaticAssets;
import dev.dynamicworkers.playground.core.project.StaticAssets.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which asset answers a path. Every page has one path of its own, by `html_handling`; other paths that mean the page
/// lead there.
///
/// @param exists whether there is a file of a path
record AssetPaths(StaticAssets assets, Predicate<String> exists) {
    private static final String HTML = ".html";
    private static final String INDEX = "/index.html";

    /// What a path comes to.
    sealed interface Target {
        /// A file.
        ///
        /// @param status 200 or 404
        record File(String path, int status) implements Target {}

        /// Another path.
        record Redirect(String path) implements Target {}
    }

    /// What answers a path, null for nothing.
    ///
    /// @param path decoded, beginning with `/`
    /// @param notFound what answers where there is no file
    @Nullable
    Target resolve(String path, StaticAssets.NotFound notFound) {
        if (assets.html() == Html.NONE) {
            return exists.test(path) ? new Target.File(path, 200) : missing(path, notFound);
        }
        String served = served(path);
        if (served != null && (!path.endsWith(HTML) || canonical(served).equals(path))) {
            return new Target.File(served, 200);
        }
        // Where both kinds of a page have one path, a file that stands in the other's shadow answers at its own.
        boolean onlyItself = served != null && assets.html() == Html.FORCE_TRAILING_SLASH;
        for (String page : candidates(path)) {
            String place = canonical(page);
            if ((!onlyItself || page.equals(path)) && exists.test(page) && page.equals(served(place))) {
                return new Target.Redirect(place);
            }
        }
        return served == null ? missing(path, notFound) : new Target.File(served, 200);
    }

    /// The file that is served at a path without leading anywhere else, null for none.
    private @Nullable String served(String path) {
        boolean isFile = exists.test(path);
        if (isFile && !path.endsWith(HTML)) {
            return path;
        }
        for (String page : candidates(path)) {
            if (canonical(page).equals(path) && exists.test(page)) {
                return page;
            }
        }
        return isFile ? path : null;
    }

    /// Pages that a path may mean, the likeliest first.
    private static List<String> candidates(String path) {
        String stem;
        boolean prefersIndex = true;
        if (path.endsWith(INDEX)) {
            stem = path.substring(0, path.length() - INDEX.length());
        } else if (path.endsWith("/index")) {
            stem = path.substring(0, path.length() - "/index".length());
        } else if (path.endsWith("/")) {
            stem = path.substring(0, path.length() - 1);
        } else {
            stem = path.endsWith(HTML) ? path.substring(0, path.length() - HTML.length()) : path;
            prefersIndex = false;
        }
        List<String> pages = new ArrayList<>();
        pages.add(stem + INDEX);
        if (!stem.isEmpty() && !stem.endsWith("/")) {
            pages.add(prefersIndex ? 1 : 0, stem + HTML);
        }
        return pages;
    }

    /// The path that a page has.
    private String canonical(String page) {
        boolean isIndex = page.endsWith(INDEX);
        String stem = page.substring(0, page.length() - (isIndex ? INDEX : HTML).length());
        return switch (assets.html()) {
            case AUTO_TRAILING_SLASH -> isIndex ? stem + "/" : stem;
            case FORCE_TRAILING_SLASH -> stem + "/";
            case DROP_TRAILING_SLASH -> stem.isEmpty() ? "/" : stem;
            case NONE -> page;
        };
    }

    private @Nullable Target missing(String path, StaticAssets.NotFound notFound) {
        switch (notFound) {
            case NONE -> {
                return null;
            }
            case SINGLE_PAGE_APPLICATION -> {
                return exists.test(INDEX) ? new Target.File(INDEX, 200) : null;
            }
            case PAGE_404 -> {
                String folder = path;
                while (!folder.isEmpty()) {
                    folder = folder.substring(0, folder.lastIndexOf('/'));
                    if (exists.test(folder + "/404.html")) {
                        return new Target.File(folder + "/404.html", 404);
                    }
                }
                return null;
            }
        }
        throw new IllegalStateException("no such handling: " + notFound);
    }
}
