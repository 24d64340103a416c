package dev.dynamicworkers.playground.app.session;

import dev.dynamicworkers.playground.core.worker.GuestError;

/// An error that an isolate threw and did not catch.
///
/// @param error with the frames of that isolate alone
public record Thrown(IsolateTag isolate, GuestError error) {}
