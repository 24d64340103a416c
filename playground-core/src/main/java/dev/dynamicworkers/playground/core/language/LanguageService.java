package dev.dynamicworkers.playground.core.language;

import dev.dynamicworkers.playground.core.process.ChildFolders;
import dev.dynamicworkers.playground.core.process.EngineLaunch;
import dev.dynamicworkers.playground.core.util.AllowedTo;
import dev.dynamicworkers.playground.core.util.PlainLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// TypeScript's language service and Prettier behind a façade. Their process is started by the first question, ended
/// when nothing was asked for a while, and started again by the next. Safe on any thread; nothing blocks for an answer.
///
/// Futures complete exceptionally with a [LanguageFailure] when the process can't be started or ends.
@AllowedTo(value = AllowedTo.Rule.START_THREADS, reason = "reads the answers of its process")
public final class LanguageService implements AutoCloseable {

    /// How long a process without questions is kept.
    public static final Duration IDLE = Duration.ofMinutes(5);

    private static final System.Logger LOG = System.getLogger(LanguageService.class.getName());
    private static final int HEAP_MEGABYTES = 512;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Watcher watcher;
    private final Duration idle;
    private @Nullable Child child;
    private boolean closed;

    /// Hears how the process is. Called on any thread.
    public interface Watcher {
        /// @param pid of the process; 0 when there is none any more
        /// @param heapBytes that it uses; 0 before its first answer
        void process(long pid, long heapBytes);
    }

    /// @param idle how long a process without questions is kept
    public LanguageService(Watcher watcher, Duration idle) {
        this.watcher = watcher;
        this.idle = idle;
    }

    /// What can be written at a place, the likeliest first.
    public CompletableFuture<List<CodeAnswer.Proposal>> complete(CodeTexts texts, String path, int offset) {
        return ask(
                texts, at("complete", path, offset), found -> CodeAnswerReader.list(found, CodeAnswerReader::proposal));
    }

    /// What a proposal is.
    public CompletableFuture<Optional<CodeAnswer.Description>> describe(
            CodeTexts texts, String path, int offset, String name) {
        return ask(
                texts,
                at("describe", path, offset).put("name", name),
                found -> CodeAnswerReader.optional(found, CodeAnswerReader::description));
    }

    /// What the name at a place is.
    public CompletableFuture<Optional<CodeAnswer.Description>> hover(CodeTexts texts, String path, int offset) {
        return ask(
                texts,
                at("hover", path, offset),
                found -> CodeAnswerReader.optional(found, CodeAnswerReader::description));
    }

    /// Where the name at a place is declared in the project.
    public CompletableFuture<List<CodeAnswer.Span>> define(CodeTexts texts, String path, int offset) {
        return ask(texts, at("define", path, offset), found -> CodeAnswerReader.list(found, CodeAnswerReader::span));
    }

    /// Where the name at a place is used in the project, its declaration included.
    public CompletableFuture<List<CodeAnswer.Span>> references(CodeTexts texts, String path, int offset) {
        return ask(
                texts, at("references", path, offset), found -> CodeAnswerReader.list(found, CodeAnswerReader::span));
    }

    /// What changes when the name at a place becomes another.
    public CompletableFuture<CodeAnswer.Renaming> rename(CodeTexts texts, String path, int offset, String name) {
        return ask(texts, at("rename", path, offset).put("name", name), CodeAnswerReader::renaming);
    }

    /// The function whose arguments are written at a place.
    public CompletableFuture<Optional<CodeAnswer.Signature>> signature(CodeTexts texts, String path, int offset) {
        return ask(
                texts,
                at("signature", path, offset),
                found -> CodeAnswerReader.optional(found, CodeAnswerReader::signature));
    }

    /// Ways to mend what is wrong between two places.
    public CompletableFuture<List<CodeAnswer.Repair>> fixes(CodeTexts texts, String path, int start, int end) {
        return ask(
                texts,
                at("fixes", path, start).put("end", end),
                found -> CodeAnswerReader.list(found, CodeAnswerReader::repair));
    }

    /// What is wrong with some files.
    ///
    /// @return nothing when a newer question of this kind came before the answer
    public CompletableFuture<Optional<List<CodeAnswer.Finding>>> findings(CodeTexts texts, List<String> paths) {
        ObjectNode message = message("findings");
        paths.forEach(message.putArray("paths")::add);
        return ask(
                texts,
                message,
                found ->
                        CodeAnswerReader.optional(found, all -> CodeAnswerReader.list(all, CodeAnswerReader::finding)));
    }

    /// Where the parent makes dynamic workers, and what in its code gives them less, or more.
    public CompletableFuture<List<CodeAnswer.LoaderSite>> narrow(CodeTexts texts, Narrowing wanted) {
        ObjectNode message = message("narrow");
        ObjectNode wishes = message.putObject("wishes").put("block", wanted.block());
        wanted.loaders().forEach(wishes.putArray("loaders")::add);
        wanted.remove().forEach(wishes.putArray("remove")::add);
        ObjectNode limits = wishes.putObject("limits");
        wanted.limits().forEach(limits::put);
        ObjectNode give = wishes.putObject("give");
        wanted.give().forEach(give::put);
        return ask(texts, message, found -> CodeAnswerReader.list(found, CodeAnswerReader::loaderSite));
    }

    /// A text as Prettier prints it.
    ///
    /// @param tabSize columns of a step of indentation where neither the project's configuration nor the text says
    public CompletableFuture<String> format(CodeTexts texts, String path, String text, int tabSize) {
        ObjectNode message =
                message("format").put("path", path).put("text", text).put("tabSize", tabSize);
        return ask(texts, message, found -> found.path("text").asString(text));
    }

    /// The JavaScript that the engine makes of a TypeScript module.
    public CompletableFuture<CodeAnswer.Stripped> strip(String path, String text) {
        return ask(null, message("strip").put("path", path).put("text", text), CodeAnswerReader::stripped);
    }

    private static ObjectNode message(String method) {
        return JSON.createObjectNode().put("method", method);
    }

    private static ObjectNode at(String method, String path, int offset) {
        return message(method).put("path", path).put("offset", offset);
    }

    /// @param texts what the process is to know before; null where the question says all
    private <T> CompletableFuture<T> ask(@Nullable CodeTexts texts, ObjectNode message, Function<JsonNode, T> reader) {
        Child asked;
        try {
            asked = child();
        } catch (IOException e) {
            return CompletableFuture.failedFuture(
                    new LanguageFailure("The language service can't be started: " + e.getMessage(), e));
        }
        return asked.ask(texts, message).thenApply(reader);
    }

    private synchronized Child child() throws IOException {
        if (closed) {
            throw new IOException("the project is closed");
        }
        Child present = child;
        if (present == null || !present.process.isAlive()) {
            present = new Child();
            child = present;
            watcher.process(present.process.pid(), 0);
        }
        present.used();
        return present;
    }

    private void ended(Child gone) {
        boolean last;
        synchronized (this) {
            last = child == gone;
            if (last) {
                child = null;
            }
        }
        if (last) {
            watcher.process(0, 0);
        }
    }

    @Override
    public void close() {
        Child present;
        synchronized (this) {
            closed = true;
            present = child;
            child = null;
        }
        if (present != null) {
            present.end();
        }
    }

    /// One process, and what it was told of the project.
    private final class Child {
        private final Process process;
        private final Path folder;
        private final Pipe pipe;
        private final Map<Long, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
        private Map<String, String> known = Map.of();
        private Set<String> dynamic = Set.of();
        private long number;
        private long uses;

        Child() throws IOException {
            folder = ChildFolders.make("language");
            ProcessBuilder builder = new ProcessBuilder(
                            EngineLaunch.commandWithoutCompiler(LanguageMain.class.getName(), HEAP_MEGABYTES, folder))
                    .directory(folder.toFile());
            builder.environment().keySet().removeIf(name -> !name.equals("SystemRoot"));
            process = builder.start();
            pipe = new Pipe(process.getInputStream(), process.getOutputStream());
            // They wait in the operating system while the process lives: virtual threads would hold two carriers.
            Thread.ofPlatform().daemon().name("language-answers").start(this::listen);
            Thread.ofPlatform().daemon().name("language-errors").start(this::readErrors);
        }

        /// Ends the process when this use stays the last one for a while.
        void used() {
            long use = ++uses;
            CompletableFuture.delayedExecutor(idle.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> {
                        synchronized (LanguageService.this) {
                            if (use == uses && open.isEmpty()) {
                                end();
                            } else if (use == uses) {
                                // On a busy machine an answer may take longer than that.
                                used();
                            }
                        }
                    });
        }

        synchronized CompletableFuture<JsonNode> ask(@Nullable CodeTexts texts, ObjectNode message) {
            CompletableFuture<JsonNode> answer = new CompletableFuture<>();
            long id = ++number;
            open.put(id, answer);
            try {
                if (texts != null) {
                    tell(texts);
                }
                pipe.write(id, JSON.writeValueAsString(message));
            } catch (IOException gone) {
                fail(answer);
            }
            return answer;
        }

        private void tell(CodeTexts texts) throws IOException {
            Map<String, String> now = new HashMap<>(texts.files());
            ObjectNode message = message("update");
            ObjectNode files = message.putObject("files");
            now.forEach((path, text) -> {
                boolean sameRole = dynamic.contains(path) == texts.dynamic().contains(path);
                if (!text.equals(known.get(path)) || !sameRole) {
                    String role = texts.dynamic().contains(path) ? "dynamic" : "parent";
                    files.putObject(path).put("text", text).put("role", role);
                }
            });
            known.keySet().stream().filter(path -> !now.containsKey(path)).forEach(files::putNull);
            known = now;
            dynamic = texts.dynamic();
            ObjectNode kinds = message.putObject("kinds");
            texts.kinds().forEach(kinds::put);
            message.putObject("env").put("parent", texts.parentEnv()).put("dynamic", texts.dynamicEnv());
            message.put("checkScripts", texts.checkScripts());
            pipe.write(0, JSON.writeValueAsString(message));
        }

        private void listen() {
            try {
                for (Pipe.Message message = pipe.read(); message != null; message = pipe.read()) {
                    answered(message);
                }
            } catch (IOException | JacksonException e) {
                LOG.log(System.Logger.Level.DEBUG, "the language process is gone", e);
            } finally {
                process.destroyForcibly();
                open.values().forEach(this::fail);
                var unused = process.onExit().thenRun(() -> ChildFolders.delete(folder));
                ended(this);
            }
        }

        private void answered(Pipe.Message message) {
            if (message.id() == Pipe.STATUS) {
                watcher.process(process.pid(), Long.parseLong(message.json()));
                return;
            }
            CompletableFuture<JsonNode> answer = open.remove(message.id());
            if (answer == null) {
                return;
            }
            JsonNode json = JSON.readTree(message.json());
            if (json.has("failure")) {
                answer.completeExceptionally(
                        new LanguageFailure(json.path("failure").asString(""), null));
            } else {
                answer.complete(json.path("result"));
            }
        }

        private void fail(CompletableFuture<JsonNode> answer) {
            answer.completeExceptionally(
                    new LanguageFailure("The language service ended; it starts again with the next question.", null));
        }

        private void readErrors() {
            try (var reader = process.errorReader(StandardCharsets.UTF_8)) {
                reader.lines()
                        .forEach(line -> LOG.log(
                                System.Logger.Level.DEBUG, () -> "language: " + PlainLine.of(line, PlainLine.MOST)));
            } catch (IOException | java.io.UncheckedIOException gone) {
                LOG.log(System.Logger.Level.DEBUG, "standard error closed", gone);
            }
        }

        void end() {
            process.destroyForcibly();
        }
    }
}
