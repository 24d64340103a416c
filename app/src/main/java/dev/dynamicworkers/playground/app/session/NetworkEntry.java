package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.core.trace.SubrequestRecord;

/// One outgoing request of one run.
public record NetworkEntry(long run, IsolateTag isolate, SubrequestRecord request) {}
