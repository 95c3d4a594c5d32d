package dev.assay.settings.edit;

import dev.assay.llm.InputException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Headers as people write them: each on a line, {@code Name: value}. */
final class HeaderLines {
    private HeaderLines() {}

    static String of(MappingNode headers) {
        return headers.getValue().stream()
                .filter(header -> header.getKeyNode() instanceof ScalarNode)
                .filter(header -> header.getValueNode() instanceof ScalarNode)
                .map(header -> ((ScalarNode) header.getKeyNode()).getValue() + ": "
                        + ((ScalarNode) header.getValueNode()).getValue())
                .collect(Collectors.joining("\n"));
    }

    /** Reads them; blank lines are passed over. Throws {@link InputException} for a line that is no header. */
    static Map<String, String> parse(String lines) {
        var headers = new LinkedHashMap<String, String>();
        for (String line :
                lines.lines().map(String::strip).filter(text -> !text.isEmpty()).toList()) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? line : line.substring(0, colon).strip();
            String value = colon < 0 ? "" : line.substring(colon + 1).strip();
            // Names that begin with a sign would have to be quoted; no server asks for one.
            if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*") || value.isEmpty()) {
                // The line may hold a key that was typed: it is not repeated.
                throw new InputException("A header is written on a line of its own as Name: value");
            }
            if (headers.put(name, value) != null) {
                throw new InputException("The header " + name + " stands twice: keep one");
            }
        }
        return headers;
    }
}
