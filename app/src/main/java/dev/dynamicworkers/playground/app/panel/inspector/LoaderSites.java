package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.core.language.CodeAnswer;
import java.util.List;

/// Which places of the parent's code make a worker.
final class LoaderSites {
    private LoaderSites() {}

    /// The places that make a worker: those that name it, else the only one that could.
    ///
    /// @param worker loader name, label of a worker without one, or `*` for all
    static List<CodeAnswer.LoaderSite> of(String worker, List<CodeAnswer.LoaderSite> sites) {
        if (worker.equals(InspectorViewModel.ALL)) {
            return sites;
        }
        List<CodeAnswer.LoaderSite> named =
                sites.stream().filter(site -> site.name().equals(worker)).toList();
        if (!named.isEmpty()) {
            return named;
        }
        boolean unnamed = worker.matches("dynamic#\\d+");
        List<CodeAnswer.LoaderSite> possible = sites.stream()
                .filter(site ->
                        unnamed ? !site.named() : site.named() && site.name().isEmpty())
                .toList();
        return possible.size() == 1 ? possible : List.of();
    }

    /// Why there is none, one sentence.
    static String refusal(String worker, List<CodeAnswer.LoaderSite> sites) {
        if (sites.isEmpty()) {
            return "No place of the parent's code loads dynamic workers by a name that can be followed.";
        }
        return "More than one place of the code may make " + worker + ", and none names it: line "
                + sites.stream()
                        .map(LoaderSites::spot)
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("") + ".";
    }

    /// Whether the places make other workers as well.
    static boolean servesOthers(String worker, List<CodeAnswer.LoaderSite> mine) {
        return !worker.equals(InspectorViewModel.ALL)
                && mine.stream().anyMatch(site -> site.named() && site.name().isEmpty());
    }

    /// Where a place is.
    static String spot(CodeAnswer.LoaderSite site) {
        return site.span().path() + ":" + site.span().line();
    }
}
