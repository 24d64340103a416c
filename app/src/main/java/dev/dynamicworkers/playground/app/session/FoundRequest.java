package dev.dynamicworkers.playground.app.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request of the window as its file has it by now: someone else may have changed it, moved it or taken it away.
///
/// @param request where it stands, and as it stands there; null where the file has it no more
/// @param changed whether it is no longer what the window read
public record FoundRequest(@Nullable KeptRequest request, boolean changed) {
    /// Looks for a request: first for its words, wherever in the file they are, then at its place.
    ///
    /// @param wanted as the window knows it
    /// @param onDisk what the file had when the window read it
    /// @param all requests of its file, or of all files
    public static FoundRequest of(KeptRequest wanted, RequestDraft onDisk, List<KeptRequest> all) {
        List<KeptRequest> sameWords = all.stream()
                .filter(request ->
                        request.path().equals(wanted.path()) && request.draft().equals(onDisk))
                .toList();
        KeptRequest there = all.stream().filter(wanted::isSameAs).findFirst().orElse(null);
        if (there != null && sameWords.contains(there)) {
            return new FoundRequest(there, /* changed= */ false);
        }
        if (sameWords.size() == 1) {
            return new FoundRequest(sameWords.getFirst(), /* changed= */ false);
        }
        boolean isAnother = there != null && !there.name().equals(wanted.name());
        return new FoundRequest(isAnother ? null : there, /* changed= */ true);
    }
}
