package dev.dynamicworkers.playground.core.profile;

import dev.dynamicworkers.playground.core.profile.CpuProfile.Function;
import dev.dynamicworkers.playground.core.profile.CpuProfile.Kind;
import dev.dynamicworkers.playground.core.profile.CpuProfile.Node;
import dev.dynamicworkers.playground.core.profile.CpuProfile.Sample;
import dev.dynamicworkers.playground.core.profile.CpuProfile.Worker;
import dev.dynamicworkers.playground.core.trace.IsolateSnapshot;
import dev.dynamicworkers.playground.core.worker.IsolateId;
import java.time.Instant;
import java.util.List;

/// A profile of two isolates: `fetch` calls `walk`, which calls itself and a function of the language; the dynamic
/// worker has a function without a name, and the runtime's work.
public final class Profiles {
    private Profiles() {}

    public static CpuProfile small() {
        return new CpuProfile(
                Instant.ofEpochSecond(1_800_000_000L, 5_000),
                1_000,
                3,
                List.of(
                        new Worker(new IsolateId(1), "parent", IsolateSnapshot.Role.PARENT),
                        new Worker(new IsolateId(2), "greeter", IsolateSnapshot.Role.DYNAMIC)),
                List.of(
                        new Function(0, Kind.CODE, "fetch", "src/index.js", "src/index.js", 2, 3),
                        new Function(0, Kind.CODE, "walk", "src/index.js", "src/index.js", 9, 1),
                        new Function(0, Kind.BUILTIN, "sort", "", null, 0, 0),
                        new Function(1, Kind.CODE, "", "main.js", null, 4, 7),
                        new Function(1, Kind.RUNTIME, "", "", null, 0, 0)),
                List.of(
                        new Node(CpuProfile.NONE, 0, 3),
                        new Node(0, 1, 10),
                        new Node(1, 1, 11),
                        new Node(2, 2, 0),
                        new Node(0, 1, 12),
                        new Node(CpuProfile.NONE, 3, 5),
                        new Node(5, 4, 0)),
                List.of(
                        new Sample(CpuProfile.NONE, 500),
                        new Sample(0, 1_000),
                        new Sample(2, 2_000),
                        new Sample(3, 4_000),
                        new Sample(4, 8_000),
                        new Sample(5, 16_000),
                        new Sample(6, 32_000),
                        new Sample(2, 64_000)));
    }
}
