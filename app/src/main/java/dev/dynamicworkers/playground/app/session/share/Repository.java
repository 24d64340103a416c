package dev.dynamicworkers.playground.app.session.share;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A repository of GitHub, or a folder in one, as its address in a browser says it.
///
/// @param ref branch, tag or commit; `HEAD` for the branch that it opens with
/// @param path of the folder, empty for the whole
public record Repository(String owner, String name, String ref, String path) {
    private static final String PART = "[A-Za-z0-9][A-Za-z0-9._-]*";
    private static final Pattern ADDRESS = Pattern.compile("(?:https?://)?(?:www\\.)?github\\.com/(" + PART + ")/("
            + PART + "?)(?:\\.git)?(?:/(?:tree|blob)/([^/?#]+)(/[^?#]*)?)?/?(?:[?#].*)?");

    /// Reads an address; empty when it is none of a repository.
    public static Optional<Repository> of(String address) {
        Matcher matcher = ADDRESS.matcher(address.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String ref = matcher.group(3) == null ? "HEAD" : matcher.group(3);
        String path = matcher.group(4) == null ? "" : matcher.group(4).replaceAll("^/+|/+$", "");
        boolean climbs = ("/" + path + "/").contains("/../") || ref.equals("..");
        return climbs ? Optional.empty() : Optional.of(new Repository(matcher.group(1), matcher.group(2), ref, path));
    }

    /// Where its zip file is.
    public URI zip() {
        return URI.create("https://codeload.github.com/" + owner + "/" + name + "/zip/" + ref);
    }

    /// A name for a project made of it.
    public String projectName() {
        return path.isEmpty() ? name : path.substring(path.lastIndexOf('/') + 1);
    }
}
