package dev.assay.settings.quality;

import dev.assay.llm.InputException;
import dev.assay.settings.YamlField;
import dev.assay.settings.YamlFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code quality.yaml}: a list of bands under {@code quality}. */
public final class QualityFile {
    /** The file, in the workspace folder. */
    public static final String FILE = "quality.yaml";

    private static final String LIST = "quality";
    private static final String PROMPT = "prompt";
    private static final String METRIC = "metric";
    private static final String AT_LEAST = "atLeast";
    private static final String LAST = "last";
    private static final int USUAL_LAST = 20;

    private QualityFile() {}

    /**
     * The bands in the order of the file; none where it is not there.
     *
     * @throws InputException naming file, line and column of a mistake
     */
    public static List<QualityBand> read(Path file) {
        return YamlFile.read(file)
                .map(root -> root.fields(Set.of(LIST)).get(LIST))
                .map(list -> list.items().stream().map(QualityFile::band).toList())
                .orElse(List.of());
    }

    private static QualityBand band(YamlField item) {
        Map<String, YamlField> fields = item.fields(Set.of(PROMPT, METRIC, AT_LEAST, LAST));
        YamlField prompt = fields.get(PROMPT);
        YamlField metric = fields.get(METRIC);
        YamlField atLeast = fields.get(AT_LEAST);
        if (prompt == null || metric == null || atLeast == null) {
            throw item.error("a band needs prompt, metric and atLeast, such as"
                    + " {prompt: support/reply, metric: relevance, atLeast: 0.7}");
        }
        return new QualityBand(
                prompt.text(),
                metric.text(),
                atLeast.share(),
                Optional.ofNullable(fields.get(LAST)).map(YamlField::positive).orElse(USUAL_LAST));
    }
}
