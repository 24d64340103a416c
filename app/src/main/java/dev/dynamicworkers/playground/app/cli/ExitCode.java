package dev.dynamicworkers.playground.app.cli;

/// What the process's exit codes mean.
final class ExitCode {
    /// The event was handled, all tests passed, the project is in order.
    static final int HANDLED = 0;
    /// The worker failed, or a limit ended it.
    static final int WORKER_FAILED = 1;
    /// Wrong use, or a project that can't be read.
    static final int WRONG_USE = 2;
    /// A fault of the playground itself.
    static final int FAULT = 70;

    private ExitCode() {}
}
