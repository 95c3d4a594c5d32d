package dev.assay.bench;

import dev.assay.llm.EmbeddingRequest;
import dev.assay.llm.EmbeddingRequest.Purpose;
import dev.assay.llm.EmbeddingResponse;
import dev.assay.provider.local.LocalProvider;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** How quick the local embeddings are: what the first text waits for, one text alone, and many at once. */
public final class EmbeddingBenchmark {
    private static final String SENTENCE = "The customer asks why the second invoice of March was higher than agreed. ";
    private static final int ROUNDS = 3;

    private EmbeddingBenchmark() {}

    /** Prints a table. */
    public static void main(String[] arguments) {
        var provider = new LocalProvider();
        double first = milliseconds(provider, List.of(SENTENCE));
        System.out.printf(Locale.ROOT, "first text, loading the model: %.0f ms%n", first);
        System.out.println("sentences  tokens  one alone ms  texts/s of many  alone x n / many");
        for (int sentences : new int[] {1, 4, 16, 64}) {
            String text = SENTENCE.repeat(sentences);
            int count = 400 / sentences + 16;
            List<String> many =
                    IntStream.range(0, count).mapToObj(i -> i + " " + text).toList();
            double alone = Double.MAX_VALUE;
            double together = Double.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                alone = Math.min(
                        alone,
                        many.stream()
                                        .limit(20)
                                        .mapToDouble(one -> milliseconds(provider, Collections.singletonList(one)))
                                        .sum()
                                / Math.min(20, count));
                together = Math.min(together, milliseconds(provider, many));
            }
            System.out.printf(
                    Locale.ROOT,
                    "%9d  %6d  %12.1f  %15.1f  %16.2f%n",
                    sentences,
                    embed(provider, List.of(text)).usage().inputTokens(),
                    alone,
                    count * 1000 / together,
                    alone * count / together);
        }
    }

    private static double milliseconds(LocalProvider provider, List<String> texts) {
        long begin = System.nanoTime();
        embed(provider, texts);
        return (System.nanoTime() - begin) / 1e6;
    }

    private static EmbeddingResponse embed(LocalProvider provider, List<String> texts) {
        return provider.embed(new EmbeddingRequest(LocalProvider.MODEL, texts, null, Purpose.SIMILARITY));
    }
}
