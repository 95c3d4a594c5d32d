package dev.assay.llm;

/**
 * One of several calls that an answer took.
 *
 * @param model that was asked, by which the call is priced
 * @param usage its tokens
 * @param cache where what it gave came from
 */
public record Stage(ModelId model, Usage usage, CacheStatus cache) {}
