package dev.assay.exchange.syntax;

import dev.assay.exchange.template.Part;
import java.util.List;

/** Writes a message's template in another language. Throws {@link NotWritable} where it cannot say something. */
@FunctionalInterface
public interface TemplatePrinter {

    /** The template. */
    String print(List<Part> parts);

    /** A language has no words for something. */
    final class NotWritable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** @param reason what cannot be said and why, one line */
        public NotWritable(String reason) {
            super(reason);
        }
    }
}
