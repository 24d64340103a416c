package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.app.task.Tasks;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Makes, renames, moves, copies and deletes files of the project. What fails is told as a notice; FX thread.
public final class FileOperations {
    private static final String FORBIDDEN = "[<>:\"|?*\\\\\\p{Cntrl}]";

    private final Path root;
    private final Tasks tasks;
    private final OpenFiles open;
    private final Notices notices;
    private final Path trash;
    private final Runnable changed;

    /// @param trash folder that takes what is deleted
    /// @param changed called after each change of the disk
    FileOperations(Path root, Tasks tasks, OpenFiles open, Notices notices, Path trash, Runnable changed) {
        this.root = root;
        this.tasks = tasks;
        this.open = open;
        this.notices = notices;
        this.trash = trash;
        this.changed = changed;
    }

    /// Why a file can't have this name; empty when it can.
    ///
    /// @param name a name, or a path of names with `/`
    public static String nameProblem(String name) {
        if (name.isBlank()) {
            return "Type a name.";
        }
        if (name.startsWith("/") || name.endsWith("/") || name.contains("//")) {
            return "A name can't start or end with /.";
        }
        for (String part : name.split("/")) {
            if (part.equals(".") || part.equals("..")) {
                return "The file has to stay inside the project.";
            }
            if (!part.equals(part.strip()) || part.endsWith(".")) {
                return "A name can't start or end with a space, or end with a dot.";
            }
        }
        return name.matches(".*" + FORBIDDEN + ".*") ? "A name can't have any of  < > : \" | ? * \\" : "";
    }

    /// Makes an empty file and hands its path over.
    public void createFile(String path, Consumer<String> then) {
        perform(
                () -> {
                    Path file = inside(path);
                    Files.createDirectories(file.getParent());
                    Files.createFile(file);
                    return path;
                },
                then);
    }

    /// Makes a file with a text and hands its path over.
    public void createFile(String path, String text, Consumer<String> then) {
        perform(
                () -> {
                    Path file = inside(path);
                    Files.createDirectories(file.getParent());
                    Files.writeString(Files.createFile(file), text);
                    return path;
                },
                then);
    }

    /// Makes a folder.
    public void createFolder(String path, Consumer<String> then) {
        perform(
                () -> {
                    Path folder = inside(path);
                    Files.createDirectories(folder.getParent());
                    Files.createDirectory(folder);
                    return path;
                },
                then);
    }

    /// Gives a file or folder another path. Open editors go along.
    public void move(String from, String to, Consumer<String> then) {
        if (from.equals(to)) {
            then.accept(to);
            return;
        }
        if (to.startsWith(from + "/")) {
            notices.problem("A folder can't be moved into itself.");
            return;
        }
        open.saveBelow(from);
        perform(
                () -> {
                    Path target = inside(to);
                    boolean sameButCase = from.equalsIgnoreCase(to);
                    if (!sameButCase && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                        throw new FileAlreadyExistsException(to);
                    }
                    Files.createDirectories(target.getParent());
                    Files.move(inside(from), target);
                    return to;
                },
                moved -> {
                    open.moved(from, to);
                    then.accept(moved);
                });
    }

    /// Makes a copy beside the file or folder and hands its path over.
    public void duplicate(String path, Consumer<String> then) {
        open.saveBelow(path);
        perform(
                () -> {
                    String copy = freeName(path);
                    copy(inside(path), inside(copy));
                    return copy;
                },
                then);
    }

    /// Copies a file or folder into another folder.
    ///
    /// @param folder path of the folder, empty for the project itself
    public void copyInto(String path, String folder, Consumer<String> then) {
        open.saveBelow(path);
        perform(
                () -> {
                    String wanted = join(folder, path.substring(path.lastIndexOf('/') + 1));
                    String target = Files.exists(inside(wanted)) ? freeName(wanted) : wanted;
                    copy(inside(path), inside(target));
                    return target;
                },
                then);
    }

    /// Takes a file or folder out of the project; the notice of it brings it back.
    public void delete(String path) {
        open.saveBelow(path);
        Path kept = trash.resolve(System.currentTimeMillis() + "-" + path.substring(path.lastIndexOf('/') + 1));
        perform(
                () -> {
                    Files.createDirectories(trash);
                    relocate(inside(path), kept);
                    return path;
                },
                gone -> {
                    open.closeBelow(path);
                    notices.tell("Deleted " + path + ".", "Undo", () -> restore(kept, path));
                });
    }

    private void restore(Path kept, String path) {
        perform(
                () -> {
                    Path target = inside(path);
                    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                        throw new FileAlreadyExistsException(path);
                    }
                    Files.createDirectories(target.getParent());
                    relocate(kept, target);
                    return path;
                },
                back -> notices.tell(path + " is back."));
    }

    /// Makes a module the one that `main` names in the project's configuration.
    public void setMain(String path) {
        edit("wrangler.jsonc", text -> JsoncEdit.setString(text, "main", path));
    }

    /// Changes the text of a file on screen if it is open, else on disk.
    ///
    /// @param change gives the new text; the same text for nothing to do
    public void edit(String path, TextChange change) {
        edit(path, change, () -> {});
    }

    private void edit(String path, TextChange change, Runnable then) {
        OpenFile file = open.find(path);
        if (file != null) {
            file.change(change.apply(file.text()));
            open.save(file);
            then.run();
            return;
        }
        perform(
                () -> {
                    TextContent content = TextStore.load(inside(path));
                    String text = change.apply(content.text());
                    if (!text.equals(content.text())) {
                        TextStore.save(inside(path), content, text);
                    }
                    return path;
                },
                done -> then.run());
    }

    /// Changes the text of a file and tells so, because it may be in no editor, or in one behind another; the notice
    /// takes the change back as long as nothing else was changed.
    ///
    /// @param what names the change in a few words
    public void edit(String path, TextChange change, String what) {
        AtomicReference<String[]> texts = new AtomicReference<>(new String[] {"", ""});
        edit(
                path,
                before -> {
                    String after = change.apply(before);
                    texts.set(new String[] {before, after});
                    return after;
                },
                () -> {
                    String before = texts.get()[0];
                    String after = texts.get()[1];
                    if (after.equals(before)) {
                        notices.problem(path + " has changed meanwhile, or already has this: " + what + ".");
                    } else {
                        notices.tell(
                                "Changed " + path + ": " + what + ".",
                                "Undo",
                                () -> edit(path, now -> now.equals(after) ? before : now, () -> {}));
                    }
                });
    }

    /// From a text to another one.
    @FunctionalInterface
    public interface TextChange {
        String apply(String text);
    }

    /// A path within a folder.
    ///
    /// @param folder empty for the project itself
    public static String join(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }

    private Path inside(String path) throws IOException {
        Path file = root.resolve(path).normalize();
        if (!file.startsWith(root) || file.equals(root)) {
            throw new IOException("it has to stay inside the project");
        }
        // The file is below the root, which is there.
        Path existing = Objects.requireNonNull(file.getParent());
        while (!Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
            existing = Objects.requireNonNull(existing.getParent());
        }
        Path real = existing.toRealPath();
        if (!real.startsWith(root.toRealPath())) {
            throw new IOException("it lies behind a link that leaves the project");
        }
        return file;
    }

    private String freeName(String path) throws IOException {
        int slash = path.lastIndexOf('/');
        int dot = path.indexOf('.', slash + 2);
        String stem = dot < 0 ? path : path.substring(0, dot);
        String suffix = dot < 0 ? "" : path.substring(dot);
        String name = stem + "-copy" + suffix;
        for (int i = 2; Files.exists(inside(name), LinkOption.NOFOLLOW_LINKS); i++) {
            name = stem + "-copy-" + i + suffix;
        }
        return name;
    }

    /// Moves, also from one file system to another.
    private static void relocate(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            copy(from, to);
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }

    private void perform(Callable<String> work, Consumer<String> then) {
        tasks.write(work)
                .onFailure(failure -> notices.problem(sentence(failure)))
                .onSuccess(path -> {
                    changed.run();
                    then.accept(path);
                });
    }

    private static String sentence(Exception failure) {
        String what = String.valueOf(failure.getMessage());
        return switch (failure) {
            case FileAlreadyExistsException e ->
                "There is already a " + Path.of(what).getFileName() + " in that folder.";
            case NoSuchFileException e -> "There is no " + what + " any more.";
            case java.nio.file.AccessDeniedException e -> "The system does not allow it: " + what + ".";
            default -> "That did not work: " + what + ".";
        };
    }
}
