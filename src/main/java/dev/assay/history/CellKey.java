package dev.assay.history;

/**
 * The place of a cell in a run.
 *
 * @param variant index of the variant, from 0
 * @param testCase index of the case, from 0
 * @param repeat index of the repeat, from 0
 */
public record CellKey(int variant, int testCase, int repeat) {}
