package dev.assay.exchange.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a message, apart from how a template language writes it. */
public sealed interface Part {

    /** Text as it is. */
    record Text(String text) implements Part {}

    /** A value printed. */
    record Value(Ref ref) implements Part {}

    /**
     * A value printed as JSON.
     *
     * @param indent blanks a level, 0 for one line
     */
    record Json(Ref ref, int indent) implements Part {}

    /**
     * The first branch that applies.
     *
     * @param branches at least one
     * @param otherwise what is printed where none applies
     */
    record Choice(List<Branch> branches, List<Part> otherwise) implements Part {
        public Choice {
            branches = List.copyOf(branches);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** A condition and what is printed where it holds. */
    record Branch(Condition condition, List<Part> body) {
        public Branch {
            body = List.copyOf(body);
        }
    }

    /**
     * The body once for each element.
     *
     * @param element the element's name; one that begins with {@code @} was made up and is not written
     * @param key the name of the key, or null
     * @param otherwise what is printed where there is no element
     */
    record Loop(Ref list, String element, @Nullable String key, List<Part> body, List<Part> otherwise) implements Part {
        public Loop {
            body = List.copyOf(body);
            otherwise = List.copyOf(otherwise);
        }
    }

    /**
     * The body once, with the value under a name of its own, where the value is there.
     *
     * @param element as for a loop
     */
    record Within(Ref ref, String element, List<Part> body, List<Part> otherwise) implements Part {
        public Within {
            body = List.copyOf(body);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** Another template, by name. */
    record Include(String name) implements Part {}

    /** An image or other medium whose address is a value. */
    record Media(Ref url, @Nullable Ref contentType) implements Part {}

    /** Source text that could not be converted: kept as a remark, prints nothing. */
    record Kept(String source) implements Part {}
}
