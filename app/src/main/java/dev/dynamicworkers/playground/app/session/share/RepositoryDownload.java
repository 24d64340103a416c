package dev.dynamicworkers.playground.app.session.share;

import dev.dynamicworkers.playground.core.project.share.SharingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Fetches a repository's folder as a zip file. Only what a person asked for is fetched, and only from the address that
/// is given here. Blocks.
public final class RepositoryDownload {
    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    /// A project is at most 20 MiB; the repository around it may be larger.
    private static final long MOST_OF_PROJECT = 21L << 20;

    private static final long MOST_IN_ALL = 512L << 20;

    private RepositoryDownload() {}

    /// @param folder that takes the zip file
    /// @throws SharingException with a sentence when there is no network, no such repository, or too much in it
    public static Path fetch(Repository repository, Path folder) throws SharingException {
        return fetch(repository, repository.zip(), folder);
    }

    /// @param address where the zip file is
    static Path fetch(Repository repository, URI address, Path folder) throws SharingException {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(ANSWER).build();
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new SharingException("GitHub has no " + repository.owner() + "/" + repository.name() + " at "
                            + repository.ref() + " that everyone may read (status " + response.statusCode()
                            + "); check the address.");
                }
                return keep(repository, body, folder);
            }
        } catch (IOException unreachable) {
            throw new SharingException(
                    address.getHost() + " can't be reached; check the network, or download the zip file and import"
                            + " that.",
                    unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SharingException("The download was stopped.", stopped);
        }
    }

    static Path keep(Repository repository, InputStream body, Path folder) throws IOException, SharingException {
        Files.createDirectories(folder);
        Path target = folder.resolve(repository.projectName() + ".zip");
        long all = 0;
        long kept = 0;
        try (ZipInputStream in = new ZipInputStream(body);
                OutputStream file = Files.newOutputStream(target);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String inside = inside(repository, entry.getName());
                byte[] bytes = in.readNBytes((int) MOST_OF_PROJECT);
                all += bytes.length;
                boolean wanted = !inside.isEmpty() && !entry.isDirectory();
                kept += wanted ? bytes.length : 0;
                boolean tooLong = wanted && in.read() >= 0;
                if (kept >= MOST_OF_PROJECT || all > MOST_IN_ALL || tooLong) {
                    throw new SharingException(repository.name()
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
            throw new SharingException(repository.name() + " has no files in "
                    + (repository.path().isEmpty() ? "it" : repository.path()) + " at " + repository.ref() + ".");
        }
        return target;
    }

    /// Path within the wanted folder; empty for what is not in it.
    private static String inside(Repository repository, String entry) {
        String path = entry.substring(entry.indexOf('/') + 1);
        if (repository.path().isEmpty()) {
            return path;
        }
        String folder = repository.path() + "/";
        return path.startsWith(folder) ? path.substring(folder.length()) : "";
    }
}
