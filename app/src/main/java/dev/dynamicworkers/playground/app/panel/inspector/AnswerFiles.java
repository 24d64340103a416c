package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.body.JsonSpan;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Files as answers in place of grants and of the network. FX thread; they are read elsewhere.
final class AnswerFiles {
    private static final long MOST_OF_A_VALUE = 1 << 20;
    private static final long MOST_OF_A_BODY = 10 << 20;
    private static final String MARK = "\uFEFF";
    private static final String FILE = "file:";
    private static final String FIXTURES = "fixtures";

    private final ProjectSession session;
    private final Path home;

    AnswerFiles(ProjectSession session) {
        this.session = session;
        home = session.folder().toAbsolutePath().normalize().resolve(".playground");
    }

    /// Where one looks for such files.
    Path folder() {
        Path fixtures = home.resolve(FIXTURES);
        return Files.isDirectory(fixtures) ? fixtures : session.folder().toAbsolutePath();
    }

    /// Reads what a grant answers with: JSON as it is, another text as a text of JSON. The rules have it whole.
    ///
    /// @param then gets the JSON later
    /// @param wrong gets the sentence that says why there is none
    void value(Path file, Consumer<String> then, Consumer<String> wrong) {
        read(() -> value(file), then, wrong);
    }

    private static String value(Path file) throws IOException {
        atMost(file, MOST_OF_A_VALUE, "the rules have such an answer whole");
        try {
            String text = Files.readString(file);
            String plain = text.startsWith(MARK) ? text.substring(1) : text;
            return JsonSpan.of(plain).map(JsonSpan::pretty).orElseGet(() -> JsonSpan.quote(plain));
        } catch (CharacterCodingException noText) {
            throw new IOException(
                    file.getFileName() + " is not UTF-8 text, which an answer of a grant has to be.", noText);
        }
    }

    /// Makes a file the body of a network rule's answer: by its path within `.playground`, into which one from
    /// elsewhere is copied.
    ///
    /// @param then gets the body later as rules have it
    /// @param wrong gets the sentence that says why there is none
    void body(Path file, Consumer<String> then, Consumer<String> wrong) {
        read(
                () -> place(file.toAbsolutePath().normalize()),
                path -> {
                    if (!file.toAbsolutePath().normalize().startsWith(home)) {
                        session.notices().tell(file.getFileName() + " was copied to .playground/" + path + ".");
                    }
                    then.accept(FILE + path);
                },
                wrong);
    }

    private String place(Path file) throws IOException {
        atMost(file, MOST_OF_A_BODY, "more is no answer of a rule");
        if (file.startsWith(home)) {
            return within(file);
        }
        Path fixtures = Files.createDirectories(home.resolve(FIXTURES));
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.') < 1 ? name.length() : name.lastIndexOf('.');
        Path target = fixtures.resolve(name);
        for (int i = 2; Files.exists(target) && Files.mismatch(file, target) >= 0; i++) {
            target = fixtures.resolve(name.substring(0, dot) + "-" + i + name.substring(dot));
        }
        if (!Files.exists(target)) {
            Files.copy(file, target);
        }
        return within(target);
    }

    private String within(Path file) {
        return home.relativize(file).toString().replace('\\', '/');
    }

    private static void atMost(Path file, long bytes, String why) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file.getFileName() + " is no file.");
        }
        if (Files.size(file) > bytes) {
            throw new IOException(file.getFileName() + " has " + Amounts.bytes(Files.size(file)) + ", more than "
                    + Amounts.bytes(bytes) + ": " + why + ".");
        }
    }

    private void read(Callable<String> work, Consumer<String> then, Consumer<String> wrong) {
        session.work(work, then, failure -> wrong.accept(String.valueOf(failure.getMessage())));
    }
}
