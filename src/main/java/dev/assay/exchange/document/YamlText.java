package dev.assay.exchange.document;

import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.RepresentToNode;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Writes new YAML in block style; texts of several lines stand as blocks, so that people can read and diff them. */
public final class YamlText {
    private static final int WIDTH = 110;

    private YamlText() {}

    /** The map as YAML, keys in its order, with a final line end. */
    public static String of(Map<String, ?> map) {
        if (map.isEmpty()) {
            return "";
        }
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setSchema(new CoreSchema())
                .setWidth(WIDTH)
                .setSplitLines(false)
                .setIndicatorIndent(2)
                .setIndent(2)
                .setIndentWithIndicator(true)
                .setMaxSimpleKeyLength(1024)
                .setDereferenceAliases(true)
                .build();
        var out = new Text();
        new Dump(settings, new Blocks(settings)).dump(map, out);
        return out.text.toString();
    }

    private static final class Text implements StreamDataWriter {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void write(String part) {
            text.append(part);
        }

        @Override
        public void write(String part, int from, int length) {
            text.append(part, from, from + length);
        }
    }

    private static final class Blocks extends StandardRepresenter {
        Blocks(DumpSettings settings) {
            super(settings);
            RepresentToNode plain = Objects.requireNonNull(representers.get(String.class));
            representers.put(String.class, data -> {
                String text = (String) data;
                return isBlock(text) ? block(text) : plain.representData(text);
            });
        }

        private Node block(String text) {
            return representScalar(Tag.STR, text, ScalarStyle.LITERAL);
        }

        /** A block cannot begin with blanks nor hold other control characters; both are quoted. */
        private static boolean isBlock(String text) {
            return text.contains("\n")
                    && !text.startsWith(" ")
                    && !text.startsWith("\n")
                    && text.lines().noneMatch(line -> line.endsWith(" "))
                    && text.chars()
                            .allMatch(c -> c == '\n'
                                    || (c >= ' '
                                            && c != 0x7f
                                            && c != 0x85
                                            && c != 0x2028
                                            && c != 0x2029
                                            && c != 0xfeff));
        }
    }
}
