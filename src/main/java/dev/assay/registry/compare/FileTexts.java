package dev.assay.registry.compare;

/**
 * Both versions of a file.
 *
 * @param before the first; empty where there is none
 * @param after the second; empty where there is none
 * @param whole why they cannot be shown; empty where they can
 */
public record FileTexts(String before, String after, String whole) {}
