package dev.dynamicworkers.playground.app.session.profile;

import dev.dynamicworkers.playground.core.profile.CpuProfile;

/// Where the CPU time of a run went.
///
/// @param number of the run
/// @param request what was sent, in a few words
public record ProfiledRun(long number, String request, CpuProfile profile) {}
