package dev.assay.judge.similarity;

import dev.assay.judge.Judge;
import dev.assay.judge.Judgement;
import dev.assay.judge.Score;
import dev.assay.judge.type.Finding;
import dev.assay.judge.type.MetricType;
import dev.assay.judge.type.Resources;
import dev.assay.judge.type.Setting;
import dev.assay.judge.type.Settings;
import dev.assay.judge.type.Wanted;
import dev.assay.llm.EmbeddingRequest;
import dev.assay.llm.EmbeddingRequest.Purpose;
import dev.assay.llm.InputException;
import dev.assay.llm.LlmException;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.ModelId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How near the answer is to a text in meaning: the cosine of their embeddings, 0 where it is below; of a list, to the
 * nearest.
 *
 * @param embedder the model that makes the vectors; one of this machine costs nothing
 */
record EmbeddingSimilarity(String metric, Wanted wanted, ModelId embedder, LlmProvider provider) implements Judge {
    static final MetricType TYPE = new MetricType(
                    "similarity",
                    MetricType.Kind.MEASURE,
                    "How near it is in meaning to a text: the cosine of their embeddings.",
                    List.of(),
                    null,
                    java.util.Map.of(),
                    EmbeddingSimilarity::of)
            .with(Wanted.SETTINGS)
            .with(new Setting("model", "an embedding model", "Who makes the vectors. Default: " + Default.MODEL + "."))
            .withMain("value");

    /** The model where none is named. */
    private static final class Default {
        static final ModelId MODEL = new ModelId("local", "all-minilm-l6-v2");
    }

    private static Judge of(Settings settings, Resources resources) {
        ModelId model = settings.text("model").map(ModelId::parse).orElse(Default.MODEL);
        return new EmbeddingSimilarity(settings.metric().name(), Wanted.of(settings), model, resources.provider());
    }

    @Override
    public @Nullable ModelId model() {
        return null;
    }

    @Override
    public Score judge(Judgement judgement) {
        List<String> texts = wanted.of(judgement);
        if (texts.isEmpty()) {
            return wanted.missing() instanceof Finding.NotMeasured missing ? unscored(missing.why()) : unscored("");
        }
        if (judgement.output().isBlank() || texts.stream().anyMatch(String::isBlank)) {
            return unscored("an empty text has no meaning to compare");
        }
        List<String> inputs = new ArrayList<>(texts);
        inputs.addFirst(judgement.output());
        try {
            List<float[]> vectors = provider.embed(new EmbeddingRequest(embedder, inputs, null, Purpose.SIMILARITY))
                    .vectors();
            double best = vectors.subList(1, vectors.size()).stream()
                    .mapToDouble(vector -> cosine(vectors.getFirst(), vector))
                    .max()
                    .orElse(0);
            double value = Math.clamp(best, 0, 1);
            String why = String.format(Locale.ROOT, "cosine similarity by %s is %.3f", embedder, best);
            return new Score.Scored(metric, null, value, best, why, List.of());
        } catch (LlmException | InputException e) {
            return unscored("no embeddings by " + embedder + ": " + e.getMessage()
                    + "; name another embedding model in the setting 'model'");
        }
    }

    private Score unscored(String why) {
        return new Score.Unscored(metric, null, why, "", List.of());
    }

    static double cosine(float[] one, float[] other) {
        double product = 0;
        double ones = 0;
        double others = 0;
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            product += one[i] * (double) other[i];
            ones += one[i] * (double) one[i];
            others += other[i] * (double) other[i];
        }
        return ones == 0 || others == 0 ? 0 : product / Math.sqrt(ones * others);
    }
}
