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

    /** The place of earlier messages. */
    record History() implements Turn {}
}
