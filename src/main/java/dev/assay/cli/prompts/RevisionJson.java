package dev.assay.cli.prompts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.registry.git.PromptRevision;

/** A commit as JSON. */
final class RevisionJson {
    private RevisionJson() {}

    static ObjectNode of(PromptRevision revision) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("commitId", revision.commitId())
                .put("author", revision.author())
                .put("email", revision.email())
                .put("time", revision.time().toString())
                .put("message", revision.message())
                .put("blobId", revision.blobId());
    }
}
