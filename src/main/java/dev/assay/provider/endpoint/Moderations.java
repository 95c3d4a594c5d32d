package dev.assay.provider.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.llm.ModelId;
import dev.assay.llm.Moderation;
import dev.assay.llm.RawExchange;

/** How a protocol judges whether a text is harmful. Knows nothing of the network. */
public interface Moderations {

    /** The model that judges where a model is named that is none for moderation. */
    String standardModel();

    /** The call that has a text judged. */
    Question ask(String model, String text);

    /**
     * Reads the judgement.
     *
     * @param model the model that judged
     * @param raw the bodies on the wire
     * @throws UnusableAnswer where it is none
     */
    Moderation read(ModelId model, JsonNode answer, RawExchange raw);
}
