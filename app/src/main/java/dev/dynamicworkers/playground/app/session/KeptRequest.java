package dev.dynamicworkers.playground.app.session;

import java.util.List;

/// A request that the project keeps in a `.http` file.
///
/// @param path of the file within the project
/// @param index of the request in its file, from 0
/// @param name what stands after `###`, empty when nothing does
public record KeptRequest(String path, int index, String name, RequestDraft draft) {
    /// Whether both are the same request of the project, whatever it says.
    public boolean isSameAs(KeptRequest other) {
        return path.equals(other.path) && index == other.index;
    }

    /// The same request behind all others of its file.
    ///
    /// @param all requests of its file, or of all files
    public KeptRequest after(List<KeptRequest> all) {
        long others = all.stream().filter(other -> other.path.equals(path)).count();
        return new KeptRequest(path, (int) others, name, draft);
    }

    /// As lists show it: the file and what the request is called.
    public String title() {
        String file = path.substring(path.lastIndexOf('/') + 1);
        return file + " \u00b7 " + (name.isEmpty() ? draft.summary() : name);
    }
}
