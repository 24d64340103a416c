package dev.dynamicworkers.playground.app.session;

/// A request that the project keeps in a `.http` file.
///
/// @param path of the file within the project
/// @param index of the request in its file, from 0
/// @param name what stands after `###`, empty when nothing does
public record KeptRequest(String path, int index, String name, RequestDraft draft) {
    /// As lists show it: the file and what the request is called.
    public String title() {
        String file = path.substring(path.lastIndexOf('/') + 1);
        return file + " \u00b7 " + (name.isEmpty() ? draft.summary() : name);
    }
}
