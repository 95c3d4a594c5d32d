package dev.assay.registry.git;

import java.time.Instant;

/**
 * A commit that changed a prompt.
 *
 * @param commitId the full 40-digit id
 * @param author name of who wrote it
 * @param email their address
 * @param time when it was committed
 * @param message the whole message, without the line break at its end
 * @param blobId content id of the prompt at that commit; empty where the commit deleted it
 */
public record PromptRevision(
        String commitId, String author, String email, Instant time, String message, String blobId) {

    /** The first 7 digits of the id. */
    public String shortId() {
        return commitId.substring(0, 7);
    }

    /** The first line of the message. */
    public String subject() {
        return message.lines().findFirst().orElse("");
    }
}
