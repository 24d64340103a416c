package dev.dynamicworkers.playground.app.cli;

import dev.dynamicworkers.playground.core.project.share.ProjectExport;
import dev.dynamicworkers.playground.core.project.share.SharingException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `playground export DIR TARGET`: a copy of the project for others, without secrets and without what is the
/// playground's own, and a report of what works only here.
@Command(
        name = "export",
        description = "Copies the project for others: no secrets, no state, and a report of what works only here.",
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineMain.Version.class)
final class ExportCommand extends SharingCommand {
    @Parameters(index = "0", paramLabel = "DIR", description = "Folder of the project: the one with wrangler.jsonc.")
    private Path folder = Path.of(".");

    @Parameters(
            index = "1",
            paramLabel = "TARGET",
            description = "A .zip file, a .dwplay file (the rules go along as a request), or a folder that is not there"
                    + " yet.")
    private Path target = Path.of(".");

    @Override
    void share(PrintWriter out) throws SharingException {
        ProjectExport export = ProjectExport.of(folder);
        export.to(folder, target);
        print(export, out);
    }

    private void print(ProjectExport export, PrintWriter out) {
        ProblemLines.print(export.report(), out);
        export.leftOut().forEach(path -> out.println("left out: " + Terminal.safe(path)));
        if (!export.secretNames().isEmpty()) {
            out.println("secrets by name only, in " + ProjectExport.EXAMPLE + ": "
                    + Terminal.safe(String.join(", ", export.secretNames())));
        }
        int count = export.files().size();
        out.println(count + (count == 1 ? " file" : " files") + " exported to " + Terminal.safe(target.toString()));
    }
}
