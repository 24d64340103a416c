package dev.dynamicworkers.playground.core.profiler;

import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.source.SourceSection;
import dev.dynamicworkers.playground.core.debugger.SourceBook;
import dev.dynamicworkers.playground.core.debugger.StepInstrument;
import dev.dynamicworkers.playground.core.eventloop.EventLoop;
import dev.dynamicworkers.playground.core.io.WorkerInstance;
import dev.dynamicworkers.playground.core.isolate.SharedEngine;
import dev.dynamicworkers.playground.core.profile.CpuProfile;
import dev.dynamicworkers.playground.core.profile.CpuProfile.Function;
import dev.dynamicworkers.playground.core.profile.CpuProfile.Kind;
import dev.dynamicworkers.playground.core.worker.GuestError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The profiler of one project. Nothing of it exists but while a profile is under way. Runs on the event loop's thread;
/// [#close] is safe on any.
public final class ProjectProfiler implements AutoCloseable {
    private final SharedEngine engine;
    private final EventLoop loop;
    private final SourceBook book;
    private final UnaryOperator<String> mask;
    private final BooleanSupplier isStanding;
    private final AtomicReference<@Nullable Sampler> sampler = new AtomicReference<>();

    /// @param texts of the project's files by path
    /// @param mask takes secrets out of texts for people
    /// @param isStanding whether a debugger holds the project's code, asked on any thread
    public ProjectProfiler(
            SharedEngine engine,
            EventLoop loop,
            Map<String, String> texts,
            UnaryOperator<String> mask,
            BooleanSupplier isStanding) {
        this.engine = engine;
        this.loop = loop;
        book = new SourceBook(texts);
        this.mask = mask;
        this.isStanding = isStanding;
    }

    /// Begins a profile; one that is under way is dropped.
    public void begin() {
        loop.requireCurrent();
        close();
        StepInstrument instrument = engine.service(StepInstrument.ID, StepInstrument.class);
        sampler.set(new Sampler(engine, instrument.env(), Thread.currentThread(), isStanding));
    }

    /// Ends the profile.
    ///
    /// @throws IllegalStateException where none is under way
    public CpuProfile end() {
        loop.requireCurrent();
        Sampler ending = sampler.getAndSet(null);
        if (ending == null) {
            throw new IllegalStateException("nothing is being profiled");
        }
        try {
            long now = ending.end();
            return new Reading().profile(ending, now);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the profile was interrupted", e);
        }
    }

    @Override
    public void close() {
        Sampler dropped = sampler.getAndSet(null);
        if (dropped != null) {
            dropped.stop();
        }
    }

    /// Turns the engine's places into those of the project's files.
    private final class Reading {
        private final Map<WorkerInstance, Integer> workers = new HashMap<>();
        private final List<CpuProfile.Worker> workerList = new ArrayList<>();
        private final Map<Function, Integer> functions = new HashMap<>();
        private final List<Function> functionList = new ArrayList<>();
        private final Map<CpuProfile.Node, Integer> nodes = new HashMap<>();
        private final List<CpuProfile.Node> nodeList = new ArrayList<>();
        private final Map<RunningCode, String> files = new HashMap<>();

        private record RunningCode(WorkerInstance worker, Source source) {}

        CpuProfile profile(Sampler found, long endNanos) {
            List<CallTree.Entry> entries = found.tree().entries();
            int[] indices = new int[entries.size()];
            for (int i = 0; i < indices.length; i++) {
                CallTree.Entry entry = entries.get(i);
                int parent = entry.parent() == CpuProfile.NONE ? CpuProfile.NONE : indices[entry.parent()];
                indices[i] = index(nodes, nodeList, node(entry, parent));
            }
            return new CpuProfile(
                    found.startedAt(),
                    found.tape().intervalNanos() / 1_000,
                    found.missed(),
                    workerList,
                    functionList,
                    nodeList,
                    found.tape().samples(indices, endNanos));
        }

        private static <T> int index(Map<T, Integer> known, List<T> all, T wanted) {
            return known.computeIfAbsent(wanted, another -> {
                all.add(another);
                return all.size() - 1;
            });
        }

        private CpuProfile.Node node(CallTree.Entry entry, int parent) {
            WorkerInstance worker = entry.worker();
            int owner = workers.computeIfAbsent(worker, another -> {
                workerList.add(new CpuProfile.Worker(another.id(), cut(mask.apply(another.label())), another.role()));
                return workerList.size() - 1;
            });
            Node place = entry.place();
            RootNode root = place == null ? null : place.getRootNode();
            if (place == null || root == null || entry.kind() == Kind.RUNTIME) {
                return node(parent, new Function(owner, Kind.RUNTIME, "", "", null, 0, 0), 0);
            }
            if (entry.kind() == Kind.BUILTIN) {
                return node(parent, new Function(owner, Kind.BUILTIN, name(root), "", null, 0, 0), 0);
            }
            SourceSection whole = Objects.requireNonNull(root.getSourceSection());
            SourceSection here = place.getEncapsulatingSourceSection();
            GuestError.Frame begins = position(worker, whole);
            int line = here == null || !here.hasLines()
                    ? begins.line()
                    : position(worker, here).line();
            String file = files.computeIfAbsent(
                    new RunningCode(worker, whole.getSource()), code -> file(worker, code.source()));
            return node(
                    parent,
                    new Function(
                            owner,
                            Kind.CODE,
                            name(root),
                            cut(mask.apply(begins.file())),
                            file.isEmpty() ? null : file,
                            begins.line(),
                            begins.column()),
                    line);
        }

        private CpuProfile.Node node(int parent, Function function, int line) {
            return new CpuProfile.Node(parent, index(functions, functionList, function), line);
        }

        private static GuestError.Frame position(WorkerInstance worker, SourceSection section) {
            return worker.positions()
                    .source(new GuestError.Frame(
                            "",
                            SourceBook.name(section.getSource()),
                            section.getStartLine(),
                            section.getStartColumn()));
        }

        /// @return empty where no file of the project has this text
        private String file(WorkerInstance worker, Source source) {
            SourceBook.Known known = book.find(worker, source);
            String file = known == null ? null : known.file();
            return file == null || file.length() > CpuProfile.LONGEST ? "" : file;
        }

        /// Such as ":=>" is the engine's own name for what has none.
        private String name(RootNode root) {
            String name = root.getName();
            return name == null || name.startsWith(":") ? "" : cut(mask.apply(name));
        }

        private static String cut(String text) {
            return text.length() > CpuProfile.LONGEST ? text.substring(0, CpuProfile.LONGEST) : text;
        }
    }
}
