package dev.assay.cli.prompts.versions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.experiment.evidence.Evidence;
import dev.assay.experiment.evidence.Interval;
import dev.assay.experiment.evidence.Trailers;
import dev.assay.registry.git.PromptRevision;
import org.jspecify.annotations.Nullable;

/** A commit as JSON. */
public final class RevisionJson {
    private RevisionJson() {}

    /** Its ids, author, time in UTC, whole message, and the evidence that the message tells. */
    public static ObjectNode of(PromptRevision revision) {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("commitId", revision.commitId())
                .put("author", revision.author())
                .put("email", revision.email())
                .put("time", revision.time().toString())
                .put("message", revision.message())
                .put("blobId", revision.blobId());
        Trailers.parse(revision.message()).ifPresent(evidence -> document.set("evidence", evidence(evidence)));
        return document;
    }

    private static ObjectNode evidence(Evidence evidence) {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("run", evidence.run())
                .put("dataset", evidence.dataset())
                .put("model", evidence.model())
                .put("judge", evidence.judge())
                .put("cost", evidence.cost());
        ArrayNode scores = document.putArray("scores");
        evidence.scores()
                .forEach(score -> put(
                        scores.addObject()
                                .put("metric", score.metric())
                                .put("mean", score.mean())
                                .put("cases", score.cases()),
                        score.interval()));
        ArrayNode differences = document.putArray("differences");
        evidence.differences()
                .forEach(difference -> put(
                        differences
                                .addObject()
                                .put("metric", difference.metric())
                                .put("mean", difference.mean())
                                .put("against", difference.against()),
                        difference.interval()));
        return document;
    }

    private static void put(ObjectNode document, @Nullable Interval interval) {
        document.put("ciLow", interval == null ? null : interval.low());
        document.put("ciHigh", interval == null ? null : interval.high());
    }
}
