package dev.dynamicworkers.playground.app.session;

/// What a session knows of its runs, the parts that runs write and panels read. FX thread.
///
/// @param runState where the current run is
/// @param isolates as last measured
/// @param log the console's lines
/// @param history runs that are over
/// @param problems of the project and its last run
record SessionState(
        RunState runState, IsolateModel isolates, SessionLog log, RunHistory history, ProblemList problems) {
    /// Before the first run.
    static SessionState empty() {
        return new SessionState(
                new RunState(), new IsolateModel(), new SessionLog(), new RunHistory(), new ProblemList());
    }
}
