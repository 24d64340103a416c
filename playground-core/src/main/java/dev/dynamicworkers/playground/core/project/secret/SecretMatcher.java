package dev.dynamicworkers.playground.core.project.secret;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds many byte sequences in one pass (Aho and Corasick, 1975). Immutable; safe on any thread.
final class SecretMatcher {
    private static final int BYTES = 256;
    private static final int ROOT = 0;

    private final int[] fromRoot = new int[BYTES];
    private final Map<Integer, Integer> steps = new HashMap<>();
    private final List<Integer> fallbacks = new ArrayList<>(List.of(ROOT));
    private final List<Integer> depths = new ArrayList<>(List.of(0));
    private final List<@Nullable Pattern> ends = new ArrayList<>();

    /// What is looked for.
    ///
    /// @param length in bytes
    record Pattern(String secret, SecretForm form, int length) {}

    SecretMatcher(Map<String, String> secrets) {
        ends.add(null);
        secrets.forEach((name, value) -> SecretForm.of(value).forEach((text, form) -> add(name, text, form)));
        link();
    }

    private void add(String name, String text, SecretForm form) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int node = ROOT;
        for (byte each : bytes) {
            Integer next = steps.get(key(node, each));
            if (next == null) {
                next = ends.size();
                ends.add(null);
                fallbacks.add(ROOT);
                depths.add(depths.get(node) + 1);
                steps.put(key(node, each), next);
            }
            node = next;
        }
        if (ends.get(node) == null) {
            ends.set(node, new Pattern(name, form, bytes.length));
        }
    }

    /// Gives each node the longest other one that its text ends with, and the pattern that ends there.
    private void link() {
        List<List<Integer>> children = new ArrayList<>();
        ends.forEach(end -> children.add(new ArrayList<>()));
        steps.keySet().forEach(key -> children.get(key / BYTES).add(key % BYTES));
        Deque<Integer> waiting = new ArrayDeque<>();
        for (int b : children.get(ROOT)) {
            int node = steps.getOrDefault(b, ROOT);
            fromRoot[b] = node;
            waiting.add(node);
        }
        while (!waiting.isEmpty()) {
            int node = waiting.remove();
            for (int b : children.get(node)) {
                int child = steps.getOrDefault(node * BYTES + b, ROOT);
                int fallback = step(fallbacks.get(node), (byte) b);
                fallbacks.set(child, fallback);
                if (ends.get(child) == null) {
                    ends.set(child, ends.get(fallback));
                }
                waiting.add(child);
            }
        }
    }

    private static int key(int node, byte next) {
        return node * BYTES + (next & 0xFF);
    }

    boolean isEmpty() {
        return ends.size() == 1;
    }

    /// The state after one more byte; 0 is the first state.
    int step(int state, byte next) {
        int node = state;
        while (node != ROOT) {
            Integer child = steps.get(key(node, next));
            if (child != null) {
                return child;
            }
            node = fallbacks.get(node);
        }
        return fromRoot[next & 0xFF];
    }

    /// How many of the bytes that led to a state may still become part of a find.
    int depth(int state) {
        return depths.get(state);
    }

    /// What ends at a state, or null.
    @Nullable
    Pattern endingAt(int state) {
        return ends.get(state);
    }
}
