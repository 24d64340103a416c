package dev.dynamicworkers.playground.core.process;

import dev.dynamicworkers.playground.core.runtime.EngineStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Keeps what a watcher hears, for a test to wait for.
final class RecordingWatcher implements EngineWatcher {
    private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @Override
    public void started(EngineStatus status) {
        heard.add("started");
    }

    @Override
    public void lost(String reason) {
        heard.add("lost: " + reason);
    }

    @Override
    public void failed(String reason) {
        heard.add("failed: " + reason);
    }

    /// Whether an engine was lost since this was asked last; what was heard until now is taken.
    boolean hasLost() {
        return !losses().isEmpty();
    }

    /// Why engines were lost since this was asked last; what was heard until now is taken.
    List<String> losses() {
        var losses = new ArrayList<String>();
        for (var word = heard.poll(); word != null; word = heard.poll()) {
            if (word.startsWith("lost")) {
                losses.add(word);
            }
        }
        return losses;
    }

    /// The next thing heard, or `nothing` where nothing comes.
    String next() throws InterruptedException {
        var word = heard.poll(180, TimeUnit.SECONDS);
        return word == null ? "nothing" : word;
    }
}
