package dev.dynamicworkers.playground.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dynamicworkers.playground.app.fixture.Disk;
import dev.dynamicworkers.playground.app.session.FileNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Files that a person makes and has open.
final class FilesPathsTest extends WindowTest {
    @SuppressWarnings("unchecked")
    private TreeView<FileNode> tree() {
        return (TreeView<FileNode>) lookup("#files-tree").queryAs(TreeView.class);
    }

    private static boolean select(TreeView<FileNode> tree, TreeItem<FileNode> item, String path) {
        if (item.getValue().path().equals(path)) {
            tree.getSelectionModel().select(item);
            return true;
        }
        return item.getChildren().stream().anyMatch(child -> select(tree, child, path));
    }

    private void beginNewFileBeside(String path) {
        eventually(() -> tree().getRoot() != null);
        interact(() -> assertThat(select(tree(), tree().getRoot(), path)).isTrue());
        interact(() -> lookup("#files-new-file").queryButton().fire());
        // What the tree does later for the rows that moved.
        interact(() -> {});
        interact(() -> {});
        eventually(() -> field("#files-name").isFocused());
    }

    @Test
    void aNewFileIsNamedBesideTheFileThatIsSelectedAndIsOpenedForTyping() {
        ready();
        beginNewFileBeside("src/index.js");
        write("helper.js");
        push(KeyCode.ENTER);
        eventually(() -> Files.exists(project().resolve("src/helper.js")));
        eventually(() ->
                lookup("#editor-src-helper-js").tryQuery().map(Node::isFocused).orElse(false));
    }

    @Test
    void whatIsTypedIsKeptWhenAFileChangesOnDisk() throws IOException {
        ready();
        beginNewFileBeside("src/index.js");
        write("hel");
        Disk.write(project().resolve("note.txt"), "from elsewhere");
        eventually(() -> session().treeProperty().get() != null
                && session().treeProperty().get().children().stream()
                        .anyMatch(child -> child.path().equals("note.txt")));
        write("per.js");
        assertThat(field("#files-name").getText()).isEqualTo("helper.js");
        push(KeyCode.ESCAPE);
        eventually(() -> tree().getRoot().getChildren().stream()
                .anyMatch(child -> child.getValue().path().equals("note.txt")));
    }

    @Test
    void whatStandsInThePlaceOfADeletedFileIsSelected() {
        ready();
        eventually(() -> tree().getRoot() != null);
        interact(() -> {
            tree().requestFocus();
            assertThat(select(tree(), tree().getRoot(), "src/index.js")).isTrue();
        });
        int row = tree().getSelectionModel().getSelectedIndex();
        push(KeyCode.DELETE);
        eventually(() -> !Files.exists(project().resolve("src/index.js")));
        eventually(() -> tree().getRoot().getChildren().stream()
                .noneMatch(child -> child.getValue().path().equals("src")
                        && !child.getValue().children().isEmpty()));
        eventually(
                () -> tree().getSelectionModel().getSelectedIndex() == Math.min(row, tree().getExpandedItemCount() - 1)
                        && tree().isFocused());
    }

    @Test
    void aMoveIsToldAndCanBeUndone() throws IOException {
        ready();
        Files.createDirectories(project().resolve("lib"));
        eventually(() -> tree().getRoot().getChildren().stream()
                .anyMatch(child -> child.getValue().path().equals("lib")));
        interact(() -> {
            tree().requestFocus();
            assertThat(select(tree(), tree().getRoot(), "dynamic/visits.js")).isTrue();
        });
        push(KeyCode.CONTROL, KeyCode.X);
        interact(() -> assertThat(select(tree(), tree().getRoot(), "lib")).isTrue());
        push(KeyCode.CONTROL, KeyCode.V);
        eventually(() -> Files.exists(project().resolve("lib/visits.js")));
        eventually(() -> text("#toast-text").equals("Moved dynamic/visits.js to lib/."));
        interact(() -> lookup("#toast-action").queryButton().fire());
        eventually(() -> Files.exists(project().resolve("dynamic/visits.js")));
    }

    @Test
    void theTabInFrontIsSeenAndAMenuHasThoseThatAreNot() throws IOException {
        ready();
        for (int i = 0; i < 12; i++) {
            Disk.write(project().resolve("src/module-" + i + ".js"), "export default " + i + ";\n");
        }
        for (int i = 0; i < 12; i++) {
            String path = "src/module-" + i + ".js";
            interact(() -> session().open(path));
            eventually(() ->
                    lookup("#editor-" + path.replaceAll("[/.]", "-")).tryQuery().isPresent());
            eventually(() -> isSeen(path));
        }
        MenuButton all = lookup("#tabs-of-editors-parent").queryAs(MenuButton.class);
        assertThat(all.isVisible()).isTrue();
        interact(() -> all.getOnShowing().handle(null));
        List<String> listed = all.getItems().stream().map(MenuItem::getText).toList();
        assertThat(listed).hasSize(13).contains("src/index.js");
        interact(() -> all.getItems().get(listed.indexOf("src/index.js")).fire());
        eventually(() -> isSeen("src/index.js"));
        assertThat(lookup("#editor-src-index-js").query().isFocused()).isTrue();
    }

    @Test
    void aClickOnATabLetsOneTypeInItsFile() throws IOException {
        ready();
        Disk.write(project().resolve("src/other.js"), "");
        interact(() -> session().open("src/other.js"));
        eventually(() -> lookup("#editor-src-other-js").tryQuery().isPresent());
        for (String path : List.of("src/index.js", "src/other.js")) {
            clickOn(lookup("#editors-parent .file-tab").queryAll().stream()
                    .filter(tab -> tab.getAccessibleText().endsWith(" " + path))
                    .findFirst()
                    .orElseThrow());
            eventually(() ->
                    lookup("#editor-" + path.replaceAll("[/.]", "-")).query().isFocused());
        }
        write("hello");
        eventually(() -> editor("#editor-src-other-js").getText().equals("hello"));
    }

    private boolean isSeen(String path) {
        Bounds strip = inScene(lookup("#editors-parent .tab-strip").query());
        return lookup("#editors-parent .file-tab").queryAll().stream()
                .filter(tab -> tab.getAccessibleText().endsWith(" " + path))
                .map(FilesPathsTest::inScene)
                .anyMatch(tab -> tab.getWidth() > 20
                        && tab.getMinX() >= strip.getMinX() - 1
                        && tab.getMaxX() <= strip.getMaxX() + 1);
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
