import org.jspecify.annotations.NullMarked;

/// The desktop application and the command line.
@NullMarked
module dev.dynamicworkers.playground.app {
    requires static org.jspecify;
    requires static com.google.errorprone.annotations;
    requires dev.dynamicworkers.playground.core;
    requires atlantafx.base;
    requires info.picocli;
    requires io.github.javadiffutils;
    requires io.netty.buffer;
    requires io.netty.codec;
    requires io.netty.codec.http;
    requires io.netty.common;
    requires io.netty.transport;
    requires java.logging;
    // For the tests of commands, which are patched into this module.
    requires java.net.http;
    requires javafx.controls;
    requires org.fxmisc.flowless;
    requires org.fxmisc.richtext;
    requires org.fxmisc.undo;
    requires org.kordamp.ikonli.core;
    requires org.kordamp.ikonli.fluentui;
    requires org.kordamp.ikonli.javafx;
    requires reactfx;
    requires tools.jackson.databind;

    exports dev.dynamicworkers.playground.app to
            javafx.graphics;

    opens dev.dynamicworkers.playground.app to
            info.picocli;
    opens dev.dynamicworkers.playground.app.cli to
            info.picocli;
}
