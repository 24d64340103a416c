package dev.dynamicworkers.playground.app.session;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// A file or folder of the project at one moment.
///
/// @param path within the project, with `/`; empty for the project itself
/// @param children of a folder, folders first
public record FileNode(String name, String path, Kind kind, List<FileNode> children) {
    private static final Set<String> HIDDEN = Set.of("node_modules", ".git", ".playground", ".wrangler", "dist");
    private static final int MOST_FILES = 5_000;

    /// What a node is.
    public enum Kind {
        FILE,
        FOLDER
    }

    public FileNode {
        children = List.copyOf(children);
    }

    /// Whether tools and watchers leave this folder out.
    static boolean isHidden(Path folder) {
        Path name = folder.getFileName();
        return name != null && HIDDEN.contains(name.toString());
    }

    /// Reads the tree below a folder. Blocks; does not follow links.
    ///
    /// @throws IOException when the folder itself can't be read
    public static FileNode scan(Path root) throws IOException {
        int[] room = {MOST_FILES};
        Path name = root.toAbsolutePath().normalize().getFileName();
        return new FileNode(
                name == null ? root.toString() : name.toString(), "", Kind.FOLDER, children(root, "", room));
    }

    private static List<FileNode> children(Path folder, String prefix, int[] room) throws IOException {
        List<FileNode> nodes = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                if (isHidden(entry) || room[0]-- <= 0) {
                    continue;
                }
                if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    nodes.add(
                            new FileNode(name, prefix + name, Kind.FOLDER, children(entry, prefix + name + "/", room)));
                } else if (!name.endsWith(".tmp")) {
                    nodes.add(new FileNode(name, prefix + name, Kind.FILE, List.of()));
                }
            }
        }
        nodes.sort(Comparator.comparing(FileNode::kind)
                .reversed()
                .thenComparing(node -> node.name().toLowerCase(Locale.ROOT)));
        return nodes;
    }

    /// All files below this node, in the order of the tree.
    public Stream<FileNode> files() {
        return kind == Kind.FILE ? Stream.of(this) : children.stream().flatMap(FileNode::files);
    }
}
