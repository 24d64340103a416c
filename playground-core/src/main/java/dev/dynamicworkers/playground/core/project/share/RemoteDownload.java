package dev.dynamicworkers.playground.core.project.share;

import dev.dynamicworkers.playground.core.util.AllowedTo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Fetches a project of the network as a zip file. Only what a person asked for is fetched, and only from the address
/// that is given here. Blocks.
@AllowedTo(
        value = AllowedTo.Rule.OPEN_SOCKETS,
        reason = "what a person asks to be fetched is no request of a worker, and none can make it")
public final class RemoteDownload {
    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    /// A project is at most 20 MiB; the repository around it may be larger.
    private static final long MOST_OF_PROJECT = 21L << 20;

    private static final long MOST_IN_ALL = 512L << 20;

    private static final String STOPPED = "The download was stopped.";

    private RemoteDownload() {}

    /// @param folder that takes the zip file
    /// @throws SharingException with a sentence when there is no network, no such project, or too much in it
    public static Path fetch(RemoteProject project, Path folder) throws SharingException {
        HttpRequest request;
        try {
            request = HttpRequest.newBuilder(project.address()).timeout(ANSWER).build();
        } catch (IllegalArgumentException unusable) {
            throw new SharingException(
                    project.address() + " can't be fetched: " + unusable.getMessage() + ".", unusable);
        }
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new SharingException(missing(project, response.statusCode()));
                }
                return keep(project, body, folder);
            }
        } catch (IOException unreachable) {
            if (Thread.currentThread().isInterrupted()) {
                throw new SharingException(STOPPED, unreachable);
            }
            throw new SharingException(
                    project.address().getHost()
                            + " can't be reached; check the network, or download the zip file and import that.",
                    unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SharingException(STOPPED, stopped);
        }
    }

    private static String missing(RemoteProject project, int status) {
        return project.shape() == RemoteProject.Shape.FILE
                ? project.address() + " answers with status " + status + "; check the address."
                : "GitHub has no " + project.name() + " at " + project.version() + " that everyone may read (status "
                        + status + "); check the address.";
    }

    static Path keep(RemoteProject project, InputStream body, Path folder) throws IOException, SharingException {
        Files.createDirectories(folder);
        if (project.shape() == RemoteProject.Shape.FILE) {
            return whole(project, body, folder);
        }
        Path target = folder.resolve(project.name() + ".zip");
        boolean whole = false;
        try {
            repack(project, body, target);
            whole = true;
            return target;
        } finally {
            if (!whole) {
                Files.deleteIfExists(target);
            }
        }
    }

    /// Writes what is in the wanted folder of a repository.
    private static void repack(RemoteProject project, InputStream body, Path target)
            throws IOException, SharingException {
        long all = 0;
        long kept = 0;
        try (ZipInputStream in = new ZipInputStream(body);
                OutputStream file = Files.newOutputStream(target);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Interrupted.check();
                String inside = inside(project, entry.getName());
                byte[] bytes = in.readNBytes((int) MOST_OF_PROJECT);
                long rest = passOver(in, MOST_IN_ALL - all);
                all += bytes.length + rest;
                boolean wanted = !inside.isEmpty() && !entry.isDirectory();
                kept += wanted ? bytes.length : 0;
                boolean tooLong = wanted && rest > 0;
                if (kept >= MOST_OF_PROJECT || all > MOST_IN_ALL || tooLong) {
                    throw new SharingException(project.name()
                            + " has more than a project may have; name the folder of the project in it,"
                            + " as in https://github.com/owner/name/tree/main/folder.");
                }
                if (wanted) {
                    out.putNextEntry(new ZipEntry(inside));
                    out.write(bytes);
                    out.closeEntry();
                }
            }
        }
        if (kept == 0) {
            throw new SharingException(project.name() + " has no files in "
                    + (project.folder().isEmpty() ? "it" : project.folder()) + " at " + project.version() + ".");
        }
    }

    /// A file that is the project, as it comes; what is in it is judged by whoever reads it.
    private static Path whole(RemoteProject project, InputStream body, Path folder)
            throws IOException, SharingException {
        String path = project.address().getPath();
        Path target = folder.resolve(
                project.name() + (path.endsWith(ProjectArchive.SUFFIX) ? ProjectArchive.SUFFIX : ".zip"));
        byte[] bytes = body.readNBytes((int) MOST_OF_PROJECT);
        if (bytes.length >= MOST_OF_PROJECT) {
            throw new SharingException(project.address() + " is larger than a project may be.");
        }
        Files.write(target, bytes);
        return target;
    }

    /// Reads what is left of an entry, and little more than `most` bytes of it: packed, an endless file is short.
    static long passOver(InputStream in, long most) throws IOException {
        byte[] piece = new byte[1 << 16];
        long passed = 0;
        for (int count = in.read(piece); count >= 0 && passed <= most; count = in.read(piece)) {
            Interrupted.check();
            passed += count;
        }
        return passed;
    }

    /// Path within the wanted folder; empty for what is not in it.
    private static String inside(RemoteProject project, String entry) {
        String path = entry.substring(entry.indexOf('/') + 1);
        if (project.folder().isEmpty()) {
            return path;
        }
        String folder = project.folder() + "/";
        return path.startsWith(folder) ? path.substring(folder.length()) : "";
    }
}
