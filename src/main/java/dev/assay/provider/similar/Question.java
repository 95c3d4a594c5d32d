package dev.assay.provider.similar;

/**
 * A question with its vector.
 *
 * @param scope names all but the question that an answer turns on, as letters and digits; only questions of one scope
 *     are compared
 * @param text the question
 * @param vector what it means
 */
public record Question(String scope, String text, float[] vector) {}
