package dev.assay.pricing;

import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import java.util.List;

/** Counts tokens with the model's tokenizer where it is known, and says so where it is not. Thread-safe. */
public final class TokenCounter {

    /** Tokens of a text. */
    public TokenCount count(ModelId model, String text) {
        throw new UnsupportedOperationException();
    }

    /** Tokens of a conversation, the overhead of each message included. */
    public TokenCount count(ModelId model, List<Message> messages) {
        throw new UnsupportedOperationException();
    }
}
