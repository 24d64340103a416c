package dev.dynamicworkers.playground.core.project.share;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A project of the network that a person named by its address: a repository of GitHub or a folder in one, a gist, or
/// a `.zip` or `.dwplay` file.
///
/// @param name for a project made of it
/// @param address where its zip file is
/// @param shape whether all of the zip file is the project
/// @param folder of the project in the repository, empty for the whole
/// @param version branch, tag or commit; `HEAD` for the newest, empty for a file
public record RemoteProject(String name, URI address, Shape shape, String folder, String version) {
    private static final String PART = "[A-Za-z0-9][A-Za-z0-9._-]*";
    private static final Pattern REPOSITORY = Pattern.compile("(?:https?://)?(?:www\\.)?github\\.com/(" + PART + ")/("
            + PART + "?)(?:\\.git)?(?:/(?:tree|blob)/([^/?#]+)(/[^?#]*)?)?/?(?:[?#].*)?");
    private static final Pattern GIST = Pattern.compile("(?:https?://)?gist\\.github\\.com/(" + PART
            + ")/([0-9a-fA-F]{5,64})(?:\\.git)?(?:/([0-9a-fA-F]{40}))?/?(?:[?#].*)?");
    private static final Pattern FILE =
            Pattern.compile("https?://[^/?#]+/[^?#]*?([^/?#]+)\\.(zip|dwplay)(?:\\?[^#]*)?(?:#.*)?");

    /// What a zip file has in it.
    public enum Shape {
        /// A folder with everything, as GitHub packs repositories.
        REPOSITORY,
        /// The project as it was exported.
        FILE
    }

    /// Reads an address; empty when it is none of a project.
    public static Optional<RemoteProject> of(String address) {
        String text = address.strip();
        Matcher matcher = GIST.matcher(text);
        if (matcher.matches()) {
            String version = matcher.group(3) == null ? "HEAD" : matcher.group(3);
            return Optional.of(new RemoteProject(
                    "gist-" + matcher.group(2).substring(0, 5),
                    URI.create("https://gist.github.com/" + matcher.group(1) + "/" + matcher.group(2) + "/archive/"
                            + version + ".zip"),
                    Shape.REPOSITORY,
                    "",
                    version));
        }
        matcher = REPOSITORY.matcher(text);
        if (matcher.matches()) {
            return repository(matcher);
        }
        matcher = FILE.matcher(text);
        return matcher.matches() ? file(text, matcher.group(1)) : Optional.empty();
    }

    private static Optional<RemoteProject> repository(Matcher matcher) {
        String version = matcher.group(3) == null ? "HEAD" : matcher.group(3);
        String folder = matcher.group(4) == null ? "" : matcher.group(4).replaceAll("^/+|/+$", "");
        if (("/" + folder + "/").contains("/../") || version.equals("..")) {
            return Optional.empty();
        }
        String zip = "https://codeload.github.com/" + matcher.group(1) + "/" + matcher.group(2) + "/zip/" + version;
        return Optional.of(new RemoteProject(
                folder.isEmpty() ? matcher.group(2) : folder.substring(folder.lastIndexOf('/') + 1),
                URI.create(zip),
                Shape.REPOSITORY,
                folder,
                version));
    }

    /// A file comes encrypted, or from this machine.
    private static Optional<RemoteProject> file(String text, String name) {
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        boolean local = host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
        if (host.isEmpty() || uri.getUserInfo() != null || !uri.getScheme().equals("https") && !local) {
            return Optional.empty();
        }
        return Optional.of(new RemoteProject(name.replaceAll("[^A-Za-z0-9._-]", "-"), uri, Shape.FILE, "", ""));
    }

    /// Whether a text is meant as an address rather than as a path.
    public static boolean isAddress(String text) {
        return text.strip().matches("(?i)https?://.*|(?:www\\.|gist\\.)?github\\.com/.*");
    }

    /// What addresses there can be, as a sentence for people.
    public static String hint() {
        return "That is no address of a project; write https://github.com/OWNER/NAME, a folder in it as"
                + " https://github.com/OWNER/NAME/tree/BRANCH/FOLDER, https://gist.github.com/OWNER/ID, or the https"
                + " address of a .zip or .dwplay file.";
    }
}
