package dev.dynamicworkers.playground.core.host.assets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.core.project.IgnoreRules;
import dev.dynamicworkers.playground.core.project.StaticAssets;
import dev.dynamicworkers.playground.core.project.StaticAssets.Html;
import dev.dynamicworkers.playground.core.project.StaticAssets.NotFound;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which file answers a path, as the platform's documentation of `html_handling` and `not_found_handling` says; the
/// table was held against what `wrangler dev` answers to the same requests for the same files.
final class AssetPathsTest {
    private static final Set<String> FILES = Set.of(
            "/index.html",
            "/file.html",
            "/folder/index.html",
            "/both.html",
            "/both/index.html",
            "/plain",
            "/image.png",
            "/404.html",
            "/deep/404.html");

    private static String resolve(Html html, NotFound notFound, String path) {
        var assets = new StaticAssets("public", null, html, notFound, /* workerFirst= */ false, List.of());
        var target = new AssetPaths(assets, FILES::contains).resolve(path, notFound);
        return switch (target) {
            case null -> "none";
            case AssetPaths.Target.File(String file, int status) -> status + " " + file;
            case AssetPaths.Target.Redirect(String to) -> "to " + to;
        };
    }

    @ParameterizedTest
    @CsvSource({
        "/, 200 /index.html, 200 /index.html, 200 /index.html, none",
        "/index.html, to /, to /, to /, 200 /index.html",
        "/index, to /, to /, to /, none",
        "/file, 200 /file.html, to /file/, 200 /file.html, none",
        "/file.html, to /file, to /file/, to /file, 200 /file.html",
        "/file/, to /file, 200 /file.html, to /file, none",
        "/file/index, to /file, to /file/, to /file, none",
        "/file/index.html, to /file, to /file/, to /file, none",
        "/folder, to /folder/, to /folder/, 200 /folder/index.html, none",
        "/folder.html, to /folder/, to /folder/, to /folder, none",
        "/folder/, 200 /folder/index.html, 200 /folder/index.html, to /folder, none",
        "/folder/index, to /folder/, to /folder/, to /folder, none",
        "/folder/index.html, to /folder/, to /folder/, to /folder, 200 /folder/index.html",
        "/both, 200 /both.html, to /both/, 200 /both.html, none",
        "/both/, 200 /both/index.html, 200 /both/index.html, to /both, none",
        "/both.html, to /both, 200 /both.html, to /both, 200 /both.html",
        "/plain, 200 /plain, 200 /plain, 200 /plain, 200 /plain",
        "/image.png, 200 /image.png, 200 /image.png, 200 /image.png, 200 /image.png",
        "/image.png/, none, none, none, none",
        "/nothing, none, none, none, none"
    })
    void everyPageHasOnePath(String path, String auto, String force, String drop, String none) {
        assertThat(List.of(
                        resolve(Html.AUTO_TRAILING_SLASH, NotFound.NONE, path),
                        resolve(Html.FORCE_TRAILING_SLASH, NotFound.NONE, path),
                        resolve(Html.DROP_TRAILING_SLASH, NotFound.NONE, path),
                        resolve(Html.NONE, NotFound.NONE, path)))
                .containsExactly(auto, force, drop, none);
    }

    @ParameterizedTest
    @CsvSource({
        "/nothing, 404 /404.html, 200 /index.html",
        "/deep/er/nothing, 404 /deep/404.html, 200 /index.html",
        "/file, 200 /file.html, 200 /file.html"
    })
    void whatAnswersWhereThereIsNoFile(String path, String page, String application) {
        assertThat(resolve(Html.AUTO_TRAILING_SLASH, NotFound.PAGE_404, path)).isEqualTo(page);
        assertThat(resolve(Html.NONE, NotFound.SINGLE_PAGE_APPLICATION, "/x")).isEqualTo("200 /index.html");
        assertThat(resolve(Html.AUTO_TRAILING_SLASH, NotFound.SINGLE_PAGE_APPLICATION, path))
                .isEqualTo(application);
    }

    @Test
    void filesAreIgnoredAsGitDoes() {
        var rules = IgnoreRules.of("# no\n*.map\n/top\nsub/deep/**\nfolder/\n!keep.map\n\\#odd\na[0-9].txt\n");
        assertThat(List.of(
                        "a.map", "x/b.map", "top", "top/x", "sub/deep/x/y", "folder/a", "y/folder/a", "#odd", "a7.txt"))
                .allMatch(rules::ignores);
        assertThat(List.of("keep.map", "x/top", "sub/deep", "folder", "a.txt", "ax.txt"))
                .noneMatch(rules::ignores);
    }

    @Test
    void linesWithoutEffectAreNamed() {
        var rules = AssetRules.of(
                "x: y\n/a\n  no field\n  X-A: b\n/*/*\n",
                "/a /b\n"
                        + "/c\n"
                        + "/d /e 404\n"
                        + "https://x/ /y\n"
                        + "/f elsewhere\n"
                        + "/g https://x/ 200\n"
                        + "# fine\n"
                        + "/h/:id/* /i/:id/:splat 308");
        assertThat(rules.remarks())
                .containsExactly(
                        "Line 1 of _headers has no effect: it belongs to no path.",
                        "Line 3 of _headers has no effect: a field is \"Name: value\", or \"! Name\" to remove one.",
                        "Line 5 of _headers has no effect: a pattern has one \"*\" at most.",
                        "Line 2 of _redirects has no effect: a redirect is \"/from /to\", with a status or without.",
                        "Line 3 of _redirects has no effect: its status is none of 200, 301, 302, 303, 307 and 308.",
                        "Line 4 of _redirects has no effect: it wants a path of this site to begin with, with one \"*\""
                                + " at most.",
                        "Line 5 of _redirects has no effect: it leads to no path or URL.",
                        "Line 6 of _redirects has no effect: 200 lets only a path of this site answer.");
        assertThat(rules.redirect("any", "/h/7/x/y")).isEqualTo(new AssetRules.Redirected("/i/7/x/y", 308));
    }
}
