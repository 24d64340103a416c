package dev.dynamicworkers.playground.core.worker;

import java.util.Optional;

/// Everything that guest code may use only so much of, with the unit and the range of its value. What a project has
/// of each is in its [Limits]; `docs/guide/limits.md` is the same table for people.
public enum Limit {
    /// CPU time of one invocation. Worker code and `getEntrypoint()` may ask for less.
    CPU("cpuMs", "ms", 1, 300_000, "CPU time of one event"),
    /// Time on the clock from an event's delivery until all that came of it is over; open web sockets do not count.
    WALL("wallMs", "ms", 1, 86_400_000, "time on the clock of one event"),
    /// How long work given to `waitUntil()` may go on once the event is answered.
    WAIT_UNTIL("waitUntilMs", "ms", 0, 86_400_000, "time of waitUntil() work after the answer"),
    /// CPU time that the code at the top of a worker's modules may use.
    START_CPU("startCpuMs", "ms", 1, 300_000, "CPU time to start a worker"),
    /// Requests and calls that one invocation may send. Worker code and `getEntrypoint()` may ask for fewer.
    SUBREQUESTS("subRequests", "", 0, 10_000_000, "requests and calls that one event sends"),
    /// Distinct dynamic workers that serve one request of a worker at the same time.
    DYNAMIC_WORKERS("dynamicWorkers", "", 0, 100_000, "dynamic workers at once for one request"),
    /// Distinct dynamic workers that serve the requests of one Durable Object at the same time.
    OBJECT_DYNAMIC_WORKERS("objectDynamicWorkers", "", 0, 100_000, "dynamic workers at once for one Durable Object"),
    /// Heap that one isolate may keep alive; also the largest string, array buffer or array that it can make.
    MEMORY("memoryMb", "MiB", 1, 16_384, "heap that one isolate keeps alive"),
    /// Bytes of a response that are kept.
    RESPONSE("responseMb", "MiB", 0, 16_384, "response that is kept"),
    /// Console lines of one event, those of all workers that it reaches counted together.
    LOG_LINES("logLines", "", 0, 10_000_000, "console lines of one event"),
    /// Text of the console lines of one event, counted in the same way.
    LOG_SIZE("logMb", "MiB", 0, 16_384, "text on the console of one event"),
    /// Isolates of the project that live at the same time, the parent's included.
    ISOLATES("isolates", "", 1, 100_000, "isolates at once"),
    /// Timers of one isolate that wait.
    TIMERS("timers", "", 0, 10_000_000, "timers of one isolate"),
    /// Host operations of one isolate that have not ended: requests, calls, reads, timers of streams.
    OPERATIONS("operations", "", 1, 10_000_000, "operations of one isolate under way"),
    /// TCP connections and web sockets of one isolate that are open.
    SOCKETS("sockets", "", 0, 100_000, "open sockets of one isolate"),
    /// What the Durable Objects of a project store on disk, all together; those of paired workers count.
    OBJECT_STORAGE("objectStorageMb", "MiB", 1, 1_048_576, "stored data of all Durable Objects on disk"),
    /// What all other stores of a project have on disk together; those of paired workers count.
    STORAGE("storageMb", "MiB", 1, 1_048_576, "stored data of KV, R2, D1, queues and data points on disk");

    private final String key;
    private final String unit;
    private final long least;
    private final long most;
    private final String meaning;

    Limit(String key, String unit, long least, long most, String meaning) {
        this.key = key;
        this.unit = unit;
        this.least = least;
        this.most = most;
        this.meaning = meaning;
    }

    /// The limit of a key, as settings and command lines write it.
    public static Optional<Limit> ofKey(String key) {
        for (Limit limit : values()) {
            if (limit.key.equals(key)) {
                return Optional.of(limit);
            }
        }
        return Optional.empty();
    }

    /// Name in settings and on command lines.
    public String key() {
        return key;
    }

    /// `ms`, `MiB`, or empty where it is a number.
    public String unit() {
        return unit;
    }

    /// Smallest value.
    public long least() {
        return least;
    }

    /// Largest value.
    public long most() {
        return most;
    }

    /// What it limits, in a few words.
    public String meaning() {
        return meaning;
    }

    /// Why a value can't be one of this limit, as a sentence for people.
    String refusal(long value) {
        String unitWord = unit.isEmpty() ? "" : " " + unit;
        return "The limit " + key + " (" + meaning + ") is " + value + unitWord + "; it can be from " + least + " to "
                + most + unitWord + ".";
    }
}
