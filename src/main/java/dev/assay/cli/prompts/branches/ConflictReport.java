package dev.assay.cli.prompts.branches;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.report.Printable;
import dev.assay.cli.session.ExitStatus;
import dev.assay.exchange.results.content.Figures;
import dev.assay.registry.conflict.ConflictedFile;
import dev.assay.registry.conflict.MergeOutcome;
import dev.assay.workbench.Repository;
import java.util.List;

/** What a merge left to decide, as people and programs read it. */
public final class ConflictReport {
    private ConflictReport() {}

    /** Puts the conflicts into the document and tells them; the status to end with. */
    public static int add(Repository repository, ObjectNode document, List<String> lines) {
        List<ConflictedFile> conflicts = repository.conflicts();
        var array = document.putArray("conflicts");
        for (ConflictedFile file : conflicts) {
            ObjectNode node = array.addObject().put("path", file.path()).put("kind", Figures.lowerCase(file.kind()));
            file.lines().forEach(node.putArray("lines")::add);
            lines.addAll(lines(file));
        }
        if (conflicts.isEmpty()) {
            return ExitStatus.DONE;
        }
        lines.add("Edit these files or choose: assay prompts resolve FILE [--ours|--theirs];"
                + " then assay prompts merge --continue, or --abort");
        return ExitStatus.GATE_FAILED;
    }

    private static List<String> lines(ConflictedFile file) {
        String path = Printable.of(file.path());
        return file.lines().isEmpty()
                ? List.of(path + ": " + matter(file))
                : file.lines().stream()
                        .map(line -> path + ":" + line + ": " + matter(file))
                        .toList();
    }

    private static String matter(ConflictedFile file) {
        return switch (file.kind()) {
            case TEXT -> "both sides changed this";
            case BINARY -> "both sides changed this file, which is no text";
            case DELETED_BY_US -> "deleted here, changed on the other side";
            case DELETED_BY_THEM -> "changed here, deleted on the other side";
            case RENAMED_AWAY -> "both sides renamed this";
            case RENAMED_BY_US -> "renamed to this here";
            case RENAMED_BY_THEM -> "renamed to this on the other side";
        };
    }

    /** Puts how a merge went into the document and tells it; the status to end with. */
    public static int add(Repository repository, MergeOutcome outcome, ObjectNode document, List<String> lines) {
        switch (outcome) {
            case MergeOutcome.UpToDate same -> told(document, lines, "up_to_date", "", "Nothing to merge");
            case MergeOutcome.FastForward forward ->
                told(document, lines, "fast_forward", forward.commitId(), "Moved on to " + brief(forward.commitId()));
            case MergeOutcome.Merged merged ->
                told(document, lines, "merged", merged.commitId(), "Merged as " + brief(merged.commitId()));
            case MergeOutcome.Conflicted conflicted -> document.put("outcome", "conflicted");
        }
        return add(repository, document, lines);
    }

    private static void told(ObjectNode document, List<String> lines, String outcome, String commit, String line) {
        document.put("outcome", outcome).put("commitId", commit.isEmpty() ? null : commit);
        lines.add(line);
    }

    static String brief(String commitId) {
        return commitId.substring(0, 7);
    }
}
