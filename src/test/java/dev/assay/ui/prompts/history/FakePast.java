package dev.assay.ui.prompts.history;

import dev.assay.llm.InputException;
import dev.assay.registry.git.PromptRevision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A past of numbered commits; each text is "text N", newest first. */
final class FakePast implements PastPrompts {
    final List<Revision> all = new ArrayList<>();
    int asked;

    FakePast(int commits) {
        for (int i = commits; i > 0; i--) {
            all.add(Revision.of(commit(i), null));
        }
    }

    static PromptRevision commit(int number) {
        return new PromptRevision(
                "%040d".formatted(number),
                "Ada",
                "ada@example.org",
                Instant.EPOCH,
                "Commit " + number,
                "blob" + number);
    }

    @Override
    public List<Revision> revisions(String prompt, int limit) {
        asked++;
        return all.stream().limit(limit).toList();
    }

    @Override
    public String text(String prompt, String commitId) {
        return "text " + Integer.parseInt(commitId) + "\n";
    }

    @Override
    public String rendered(String prompt, String commitId, Map<String, Object> values) {
        if (values.isEmpty()) {
            throw new InputException("a value is missing");
        }
        return "rendered " + Integer.parseInt(commitId) + values + "\n";
    }

    @Override
    public String renderedText(String prompt, String text, Map<String, Object> values) {
        return "rendered " + text.strip() + values + "\n";
    }
}
