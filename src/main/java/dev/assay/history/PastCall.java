package dev.assay.history;

import dev.assay.llm.ModelId;

/**
 * What is worth knowing of an earlier call to foretell the next one. Only calls that ended well and told their tokens
 * are remembered so, and none that the cache answered.
 *
 * @param operation whether it was an answer under test or a judge's
 * @param model that was called
 * @param inputTokens sent
 * @param outputTokens generated
 * @param latencyMs from the first byte sent to the last one read, in milliseconds
 */
public record PastCall(Operation operation, ModelId model, long inputTokens, long outputTokens, double latencyMs) {}
