package dev.assay.cli.prompts.files;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.prompts.versions.AuthorOption;
import dev.assay.cli.prompts.versions.RevisionJson;
import dev.assay.cli.session.PromptArgument;
import dev.assay.cli.session.Session;
import dev.assay.registry.files.PromptFiles;
import dev.assay.registry.files.RenameOptions;
import dev.assay.registry.files.Renamed;
import dev.assay.registry.git.PromptRevision;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay prompts rename}: gives a prompt another name and keeps its history. */
@Command(
        name = "rename",
        description = "Renames a prompt, or moves it to another folder, in a commit of its own: its history goes on.")
public final class PromptsRenameCommand implements Runnable {
    private final Session session;

    @Parameters(index = "0", paramLabel = "FROM", description = "A prompt.")
    private String from = "";

    @Parameters(index = "1", paramLabel = "TO", description = "Its new name.")
    private String to = "";

    @Option(names = "--references", description = "Also write the new name into the files that name the prompt.")
    private boolean references;

    @Option(names = "--variants", description = "Also rename its variants, such as NAME.short.")
    private boolean variants;

    @Mixin
    private final AuthorOption author = new AuthorOption();

    public PromptsRenameCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        try (var workbench = session.openWorkbench()) {
            String old = PromptArgument.name(from);
            String now = PromptArgument.name(to);
            PromptFiles files = workbench.registry().files();
            var options = new RenameOptions(variants, references);
            Renamed renamed = files.rename(old, now, options, author.of(workbench.registry()));
            List<String> left = renamed.names().keySet().stream()
                    .flatMap(name -> NamingFiles.of(files, name).stream())
                    .distinct()
                    .sorted()
                    .toList();
            if (!references) {
                left.forEach(file ->
                        session.terminal().note(file + " still gives the old name (--references rewrites such files)"));
            }
            session.print(json(renamed, left), text(renamed));
        }
    }

    private static List<String> text(Renamed renamed) {
        var lines = new ArrayList<String>();
        PromptRevision commit = renamed.commit();
        String where = commit == null ? "" : " in commit " + commit.shortId();
        renamed.names().forEach((old, now) -> lines.add("Renamed " + old + " to " + now + where));
        renamed.rewritten().forEach(file -> lines.add("Rewrote " + file + " (not committed yet)"));
        return lines;
    }

    private static ObjectNode json(Renamed renamed, List<String> left) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        var names = document.putArray("renamed");
        renamed.names().forEach((old, now) -> names.addObject().put("from", old).put("to", now));
        PromptRevision commit = renamed.commit();
        document.set(
                "commit",
                commit == null
                        ? JsonNodeFactory.instance.nullNode()
                        : RevisionJson.of(commit).without("blobId"));
        renamed.rewritten().forEach(document.putArray("rewritten")::add);
        left.forEach(document.putArray("oldNameIn")::add);
        return document;
    }
}
