package dev.assay.exchange.results.junit;

import java.time.Duration;

/**
 * What one test case of the document says.
 *
 * @param name of the test
 * @param className under which build servers group it
 * @param took the time of its calls
 * @param kind how it ended
 * @param reason on one line; empty where it passed
 * @param text more to read, such as the answer; may be empty
 */
record TestOutcome(String name, String className, Duration took, Kind kind, String reason, String text) {

    /** How a test ends, with the name of its element. */
    enum Kind {
        PASSED(""),
        FAILED("failure"),
        ERROR("error"),
        SKIPPED("skipped");

        private final String element;

        Kind(String element) {
            this.element = element;
        }

        String element() {
            return element;
        }
    }
}
