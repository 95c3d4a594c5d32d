package dev.assay.exchange.conversion;

import dev.assay.llm.StorageException;
import java.io.IOException;

/** The text of a dataset file, made as it is written, so that it may be larger than what fits into memory. */
@FunctionalInterface
public interface DatasetText {

    /** A text in memory. */
    static DatasetText of(String text) {
        return out -> out.append(text);
    }

    /**
     * Writes all of it.
     *
     * @throws IOException where {@code out} fails
     * @throws dev.assay.llm.InputException where its source is broken
     */
    void writeTo(Appendable out) throws IOException;

    /** All of it. */
    default String all() {
        return head(Integer.MAX_VALUE);
    }

    /** Its first characters, at most as many. */
    default String head(int most) {
        var head = new Head(most);
        try {
            writeTo(head);
        } catch (Head.Full e) {
            return head.text();
        } catch (IOException e) {
            throw new StorageException("Cannot read the source: " + e.getMessage(), e);
        }
        return head.text();
    }
}
