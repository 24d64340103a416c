package dev.dynamicworkers.playground.core.host;

import dev.dynamicworkers.playground.core.worker.WorkerCode;
import dev.dynamicworkers.playground.core.worker.WorkerModule;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which code the names of dynamic workers stood for, so that one that comes to stand for other code is noticed:
/// `get()` gives the worker that is there and does not ask for its code again, so who changes the code under a name
/// meets the old one for as long as it is kept. Runs on the event loop's thread.
final class CodeOfNames {
    private static final int MOST_NAMES = 1_000;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_TOLD = 20;

    private final Map<String, Integer> known = new LinkedHashMap<>();
    private int told;

    /// Takes note of the code that a name stands for now.
    ///
    /// @return a sentence for people where it stood for other code before; null where it did not
    @Nullable
    String changed(int loader, String name, WorkerCode code) {
        if (name.length() > LONGEST_NAME) {
            return null;
        }
        String key = loader + "/" + name;
        int now = mark(code);
        Integer before = known.remove(key);
        known.put(key, now);
        if (known.size() > MOST_NAMES) {
            known.remove(known.keySet().iterator().next());
        }
        if (before == null || before == now || told == MOST_TOLD) {
            return null;
        }
        told++;
        return "The id \"" + name
                + "\" stands for other code than before. get() gives the worker that is there and asks"
                + " for code only where there is none, so one id should always stand for one code: put a version or"
                + " a hash of the code into the id.";
    }

    private static int mark(WorkerCode code) {
        int mark = code.mainModule().hashCode();
        for (Map.Entry<String, WorkerModule> module : code.modules().entrySet()) {
            mark = 31 * (31 * mark + module.getKey().hashCode()) + mark(module.getValue());
        }
        return mark;
    }

    private static int mark(WorkerModule module) {
        return switch (module) {
            case WorkerModule.DataModule(byte[] bytes) -> Arrays.hashCode(bytes);
            case WorkerModule.WasmModule(byte[] bytes) -> Arrays.hashCode(bytes);
            default -> module.hashCode();
        };
    }
}
