package dev.assay.cli.prompts.branches;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.report.Printable;
import dev.assay.cli.session.ExitStatus;
import dev.assay.cli.session.Session;
import dev.assay.llm.InputException;
import dev.assay.registry.branch.Tag;
import dev.assay.workbench.Repository;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay prompts tag}: names for commits. */
@Command(name = "tag", description = "Lists the tags; with a NAME makes a tag.")
public final class PromptsTagCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "A tag to make or delete.")
    private @Nullable String name;

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            description = "Why it is there.")
    private String message = "";

    @Option(names = "--at", paramLabel = "REVISION", description = "What it names. Default: the current commit.")
    private @Nullable String revision;

    @Option(names = "--delete", description = "Delete it here; a remote keeps its own.")
    private boolean delete;

    public PromptsTagCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        boolean making = !message.isEmpty() || revision != null;
        if ((name == null && (delete || making)) || (delete && making)) {
            throw new InputException("Name the tag, and give either --delete or --message and --at");
        }
        try (var workbench = session.openWorkbench()) {
            Repository repository = workbench.repository(false);
            if (name == null) {
                list(repository.tags());
            } else if (delete) {
                repository.deleteTag(name);
                done(name, "deleted", "Deleted the tag " + name);
            } else {
                repository.createTag(name, message, revision);
                done(name, "created", "Made the tag " + name + "; assay prompts push --tags shares it");
            }
            return ExitStatus.DONE;
        }
    }

    private void done(String tag, String what, String line) {
        session.print(JsonNodeFactory.instance.objectNode().put("name", tag).put("done", what), List.of(line));
    }

    private void list(List<Tag> tags) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        var array = document.putArray("tags");
        tags.forEach(tag -> array.addObject()
                .put("name", tag.name())
                .put("message", tag.message())
                .put("commitId", tag.commitId())
                .put("time", tag.time().toString()));
        session.print(
                document,
                tags.stream()
                        .map(tag -> (tag.name() + "  " + ConflictReport.brief(tag.commitId()) + "  "
                                        + Printable.of(tag.message()))
                                .stripTrailing())
                        .toList());
    }
}
