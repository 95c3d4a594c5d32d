package dev.assay.provider.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.llm.ModelInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a protocol lists its models. Knows nothing of the network. */
public interface ModelLists {

    /**
     * A part of the list.
     *
     * @param models the models of this part
     * @param next what asks for the next part, or null where this is the last
     */
    record Page(List<ModelInfo> models, @Nullable String next) {
        public Page {
            models = List.copyOf(models);
        }
    }

    /**
     * What the address of the list says after its path.
     *
     * @param page what the part before said comes next, or null for the first part
     */
    Map<String, String> query(@Nullable String page);

    /**
     * Reads a part of the list.
     *
     * @param provider how the user calls the provider
     * @throws UnusableAnswer where it is none
     */
    Page read(String provider, JsonNode answer);
}
