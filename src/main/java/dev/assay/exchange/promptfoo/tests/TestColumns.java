package dev.assay.exchange.promptfoo.tests;

/** The columns of a dataset that hold what promptfoo says of a test besides its values. */
public final class TestColumns {
    /** The correct answer. */
    public static final String EXPECTED = "expected";

    /** The asserts that are no correct answer, a list. */
    public static final String ASSERT = "__assert";

    /** What the test is about. */
    public static final String DESCRIPTION = "__description";

    /** Free notes, a record. */
    public static final String METADATA = "__metadata";

    /** How promptfoo runs the test, a record. */
    public static final String OPTIONS = "__options";

    /** How many of the asserts must hold, a number. */
    public static final String THRESHOLD = "__threshold";

    private TestColumns() {}
}
