package dev.assay.exchange.template;

import dev.assay.llm.Role;
import java.util.List;

/** A step of a conversation. */
public sealed interface Turn {

    /** A message. */
    record Message(Role role, List<Part> parts) implements Turn {
        public Message {
            parts = List.copyOf(parts);
        }
    }

    /**
     * The place of further messages, which an input gives as a list of records with a role and a content.
     *
     * @param input its name
     */
    record Placeholder(String input) implements Turn {}

    /** The place of earlier messages. */
    record History() implements Turn {}
}
