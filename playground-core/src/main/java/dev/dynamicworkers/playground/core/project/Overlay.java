package dev.dynamicworkers.playground.core.project;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a person takes from the workers of a project beyond what its code says: grants, limits. It only narrows.
///
/// @param parent about the parent
/// @param dynamicWorkers about dynamic workers, by loader name, label, or pattern with `*` and `?`
/// @param answerTime how long a question waits for its answer before it is a no
public record Overlay(WorkerOverlay parent, Map<String, WorkerOverlay> dynamicWorkers, Duration answerTime) {
    /// How long a question waits where nothing is said.
    public static final Duration DEFAULT_ANSWER_TIME = Duration.ofSeconds(60);

    /// Takes nothing.
    public static final Overlay NONE = new Overlay(WorkerOverlay.NONE, Map.of(), DEFAULT_ANSWER_TIME);

    public Overlay {
        dynamicWorkers = Collections.unmodifiableMap(new LinkedHashMap<>(dynamicWorkers));
    }

    /// What it says about the parent.
    public WorkerGrants forParent() {
        return new WorkerGrants(List.of(new WorkerGrants.Source("parent", parent)), answerTime);
    }

    /// What it says about a dynamic worker, the most specific pattern first.
    ///
    /// @param label loader name, or the label of a worker without one, such as `dynamic#3`
    public WorkerGrants forDynamic(String label) {
        List<String> patterns = new ArrayList<>(dynamicWorkers.keySet());
        patterns.removeIf(pattern -> !matches(pattern, label));
        patterns.sort(
                Comparator.comparingInt(pattern -> pattern.equals(label) ? 0 : Integer.MAX_VALUE - literals(pattern)));
        List<WorkerGrants.Source> sources = new ArrayList<>();
        for (String pattern : patterns) {
            WorkerOverlay said = dynamicWorkers.get(pattern);
            if (said != null) {
                sources.add(new WorkerGrants.Source("dynamicWorkers." + WorkerGrants.key(pattern), said));
            }
        }
        return new WorkerGrants(sources, answerTime);
    }

    private static int literals(String pattern) {
        return (int) pattern.chars().filter(c -> c != '*' && c != '?').count();
    }

    /// Whether a name fits a pattern, in which `*` stands for any text and `?` for one character.
    static boolean matches(String pattern, String name) {
        int at = 0;
        int in = 0;
        int star = -1;
        int starIn = 0;
        while (in < name.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                starIn = in;
            } else if (at < pattern.length() && (pattern.charAt(at) == '?' || pattern.charAt(at) == name.charAt(in))) {
                at++;
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++starIn;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }
}
