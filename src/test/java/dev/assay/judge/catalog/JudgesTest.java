package dev.assay.judge.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.judge.Judge;
import dev.assay.judge.Metric;
import dev.assay.judge.ModelFamily;
import dev.assay.judge.ScriptedJudgeProvider;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgesTest {
    private static final ModelId MODEL = ModelId.parse("offline/thorough");

    @Test
    void judgesComeInTheOrderAskedFor() {
        List<Judge> judges = Judges.of(
                Stream.of("coherence", "safety", "relevance").map(Metric::of).toList(),
                MODEL,
                new ScriptedJudgeProvider());

        assertThat(judges).extracting(Judge::metric).containsExactly("coherence", "safety", "relevance");
        assertThat(judges).extracting(Judge::model).containsOnly(MODEL);
        assertThat(Judges.metrics())
                .containsExactly("relevance", "coherence", "correctness", "faithfulness", "safety", "pairwise");
    }

    @Test
    void anUnknownMetricNamesThoseThereAre() {
        assertThatThrownBy(() -> Judges.of(List.of(Metric.of("beauty")), MODEL, new ScriptedJudgeProvider()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("'beauty'")
                .hasMessageContaining("relevance, coherence, correctness, faithfulness, safety");
    }

    @ParameterizedTest
    @CsvSource({
        "openai/gpt-4.1, openai/gpt-5-mini, true",
        "openai/o3, azure/chatgpt-4o-latest, true",
        "anthropic/claude-haiku-4-5, router/anthropic/claude-3-5-sonnet-20241022, true",
        "gemini/gemini-2.5-pro, gemini/gemini-flash-latest, true",
        "ollama/llama3.2:latest, groq/llama-3.1-8b-instant, true",
        "offline/brief, offline/thorough, true",
        "openai/gpt-4.1, anthropic/claude-haiku-4-5, false",
        "gemini/gemini-2.5-pro, gemini/gemma-3-27b-it, false",
        "offline/brief, openai/gpt-4.1, false"
    })
    void modelsOfOneFamilyAreKnown(String judge, String variant, boolean same) {
        assertThat(ModelFamily.same(ModelId.parse(judge), ModelId.parse(variant)))
                .isEqualTo(same);
        assertThat(ModelFamily.same(ModelId.parse(variant), ModelId.parse(judge)))
                .isEqualTo(same);
    }
}
