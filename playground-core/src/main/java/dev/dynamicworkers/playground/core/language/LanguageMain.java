package dev.dynamicworkers.playground.core.language;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;

/// The language process's entry point: answers on standard output what it is asked on standard input, and ends with
/// its input, so that it never outlives the application.
public final class LanguageMain {
    private static final int FAILED = 70;

    private LanguageMain() {}

    @SuppressWarnings("SystemOut") // what is printed must go somewhere else than the pipe
    public static void main(String[] arguments) {
        var input = System.in;
        var output = new FileOutputStream(FileDescriptor.out);
        System.setIn(InputStream.nullInputStream());
        System.setOut(System.err);
        int code = FAILED;
        try {
            new LanguageServer(
                            new Pipe(input, output), () -> Runtime.getRuntime().halt(0))
                    .serve();
            code = 0;
        } catch (IOException gone) {
            System.getLogger(LanguageMain.class.getName()).log(System.Logger.Level.DEBUG, "pipe broken", gone);
        } finally {
            Runtime.getRuntime().halt(code);
        }
    }
}
