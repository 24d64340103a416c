package dev.dynamicworkers.playground.core.js;

import dev.dynamicworkers.playground.core.isolate.GuestThrow;
import dev.dynamicworkers.playground.core.isolate.HostLookup;
import dev.dynamicworkers.playground.core.isolate.Isolate;
import dev.dynamicworkers.playground.core.worker.HostIoException;
import java.util.HashMap;
import java.util.Map;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/// All host functions by name: one table for all isolates, filled before the first of them is made and only read from
/// then on.
public final class HostFunctions implements HostLookup {
    private static final System.Logger LOG = System.getLogger(HostFunctions.class.getName());

    private final Map<String, HostFunction> functions = new HashMap<>();

    /// Adds a function.
    ///
    /// @param name `area.function`
    /// @throws IllegalArgumentException when there is one of that name
    public void add(String name, HostFunction function) {
        if (functions.put(name, function) != null) {
            throw new IllegalArgumentException("host function " + name + " is there already");
        }
    }

    @Override
    public ProxyExecutable find(Isolate isolate, String name) {
        HostFunction function = functions.get(name);
        if (function == null) {
            throw new IllegalArgumentException("no host function " + name);
        }
        return arguments -> {
            try {
                return isolate.toGuest(function.call(new HostCall(isolate, arguments)));
            } catch (GuestThrow error) {
                throwGuest(isolate, error);
                throw error;
            } catch (PolyglotException fromGuest) {
                throw fromGuest;
            } catch (StackOverflowError deep) {
                throwGuest(isolate, GuestThrow.rangeError("Maximum call stack size exceeded"));
                throw deep;
            } catch (OutOfMemoryError full) {
                isolate.outOfMemory();
                throw full;
            } catch (HostIoException failure) {
                // What failed is no mistake of the host's: a disk that is full, a file that can't be read.
                LOG.log(System.Logger.Level.WARNING, "host function " + name + " failed", failure);
                throwGuest(isolate, GuestThrow.error(String.valueOf(failure.getMessage())));
                throw failure;
            } catch (RuntimeException failure) {
                // The border between guest and host: a mistake of the host is told to the guest in workerd's words.
                String reference = Long.toString(System.nanoTime(), 36);
                LOG.log(
                        System.Logger.Level.ERROR,
                        "host function " + name + " failed, reference " + reference,
                        failure);
                throwGuest(isolate, GuestThrow.error("internal error; reference = " + reference));
                throw failure;
            }
        };
    }

    /// Throws an error into guest code. It sees errors of its own realm, never one of the host: where the stack has no
    /// room even for making one, its turn ends.
    private static void throwGuest(Isolate isolate, GuestThrow error) {
        try {
            isolate.throwGuest(error);
        } catch (StackOverflowError deep) {
            isolate.endTurn();
        } catch (PolyglotException thrown) {
            if (thrown.isResourceExhausted() || thrown.isHostException() || thrown.isInternalError()) {
                isolate.endTurn();
            }
            throw thrown;
        }
    }
}
