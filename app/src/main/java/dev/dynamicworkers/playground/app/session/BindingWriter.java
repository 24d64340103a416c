package dev.dynamicworkers.playground.app.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// Writes new bindings into the project's configuration, and new secrets where Wrangler looks for them. FX thread.
public final class BindingWriter {
    private static final List<String> CONFIGURATIONS = List.of("wrangler.json", "wrangler.jsonc");
    private static final List<String> SECRETS = List.of(".dev.vars", ".env");

    private final ProjectSession session;

    /// @param session of the project
    public BindingWriter(ProjectSession session) {
        this.session = session;
    }

    /// Writes it.
    ///
    /// @param then takes the file that it went into
    public void add(NewBinding binding, java.util.function.Consumer<String> then) {
        Path folder = session.folder();
        session.work(
                () -> target(folder, binding.kind()),
                file -> {
                    if (file.isEmpty()) {
                        session.notices()
                                .problem("This project has no wrangler.jsonc that the binding could be written into.");
                        return;
                    }
                    session.fileOperations()
                            .edit(
                                    file,
                                    text -> binding.kind() == NewBinding.Kind.SECRET
                                            ? binding.intoVars(text)
                                            : binding.into(
                                                    text,
                                                    session.outlineProperty()
                                                            .get()
                                                            .name()));
                    then.accept(file);
                },
                failure -> session.notices().problem("The binding was not written: " + failure.getMessage() + "."));
    }

    /// The file that takes it; a file of secrets is made where there is none, for its owner only.
    private static String target(Path folder, NewBinding.Kind kind) throws IOException {
        List<String> names = kind == NewBinding.Kind.SECRET ? SECRETS : CONFIGURATIONS;
        for (String name : names) {
            if (Files.isRegularFile(folder.resolve(name))) {
                return name;
            }
        }
        if (kind != NewBinding.Kind.SECRET) {
            return "";
        }
        Path made = folder.resolve(SECRETS.getFirst());
        if (made.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(made, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(made);
        }
        return SECRETS.getFirst();
    }
}
