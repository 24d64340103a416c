package dev.dynamicworkers.playground.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The process's entry point: parses the command line and ends with its exit code.
@Command(name = "playground", mixinStandardHelpOptions = true, versionProvider = Main.Version.class)
public final class Main implements Runnable {
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public void run() {}

    /// The version that Maven wrote into the module's jar.
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Main.class.getModule().getDescriptor().rawVersion().orElse("development");
            return new String[] {"playground " + version};
        }
    }
}
