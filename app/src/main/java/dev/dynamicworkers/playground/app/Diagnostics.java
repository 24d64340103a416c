package dev.dynamicworkers.playground.app;

import dev.dynamicworkers.playground.app.session.Engine;
import java.lang.module.ModuleDescriptor;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// What a report of a fault needs to know of a machine; nothing of the project. FX thread.
final class Diagnostics {
    private Diagnostics() {}

    static String of(Engine engine) {
        String version = Optional.ofNullable(Diagnostics.class.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .orElse("development");
        return String.join(
                "\n",
                "Dynamic Worker Playground " + version,
                "Java " + System.getProperty("java.vm.version") + ", " + System.getProperty("java.vendor"),
                "JavaFX " + System.getProperty("javafx.runtime.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch") + ", "
                        + Runtime.getRuntime().availableProcessors()
                        + " processors, heap of at most "
                        + (Runtime.getRuntime().maxMemory() >> 20) + " MiB",
                "Engine: " + engine.wordProperty().get() + ". "
                        + engine.detailProperty().get());
    }

    static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
