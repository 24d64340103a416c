package dev.dynamicworkers.playground.core.process;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/// Classes of this process whose initialisation failed: whatever needs one of them fails, for as long as the process
/// lives. Safe on any thread; takes some 50 ms, for part of which all threads stand still.
final class BrokenClasses {
    private static final String STATE = " initialization_error ";

    private BrokenClasses() {}

    /// The name of one, null where there is none or the virtual machine does not tell.
    static @Nullable String first() {
        try {
            Object classes = ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "vmClasses",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
            return classes instanceof String table ? firstOf(table) : null;
        } catch (JMException unknown) {
            System.getLogger(BrokenClasses.class.getName())
                    .log(System.Logger.Level.DEBUG, "the states of classes are not known", unknown);
            return null;
        }
    }

    /// Of a table of which a line ends with the name of a class.
    private static @Nullable String firstOf(String table) {
        int at = table.indexOf(STATE);
        if (at < 0) {
            return null;
        }
        int end = table.indexOf('\n', at);
        String line = table.substring(at, end < 0 ? table.length() : end).strip();
        return line.substring(line.lastIndexOf(' ') + 1);
    }
}
