package dev.assay.judge.type;

/**
 * A setting of a kind of judge.
 *
 * @param name as written, such as {@code ignore_case}
 * @param form what its value may be, in words such as {@code true or false}
 * @param meaning what it does, in one sentence, with its default
 */
public record Setting(String name, String form, String meaning) {}
