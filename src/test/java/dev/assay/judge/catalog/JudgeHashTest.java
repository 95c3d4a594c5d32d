package dev.assay.judge.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.judge.Judgement;
import dev.assay.judge.Metric;
import dev.assay.judge.ScriptedJudgeProvider;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ModelId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgeHashTest {
    private static final ModelId ONE = ModelId.parse("a/one");
    private static final ModelId TWO = ModelId.parse("b/two");
    private static final Metric TONE = tone("Rude.", "1");

    @Test
    void itIsTheSameForTheSameJudgingInAnyOrder() {
        String hash = JudgeHash.of(List.of(Metric.of("relevance"), TONE), ONE);

        assertThat(hash).matches("[0-9a-f]{12}").isEqualTo(JudgeHash.of(List.of(TONE, Metric.of("relevance")), ONE));
    }

    @Test
    void anotherModelRubricThresholdOrMetricIsAnother() {
        assertThat(List.of(
                        JudgeHash.of(List.of(TONE), ONE),
                        JudgeHash.of(List.of(TONE), TWO),
                        JudgeHash.of(List.of(tone("Unkind.", "1")), ONE),
                        JudgeHash.of(List.of(new Metric("tone", "rubric", TONE.settings(), 0.5)), ONE),
                        JudgeHash.of(List.of(TONE, Metric.of("safety")), ONE),
                        JudgeHash.of(List.of(MetricText.parse("contains:a")), null),
                        JudgeHash.of(List.of(MetricText.parse("contains:b")), null)))
                .doesNotHaveDuplicates();
    }

    @Test
    void aModelThatJudgesNothingChangesNothing() {
        List<Metric> rule = List.of(MetricText.parse("contains:a"));

        assertThat(JudgeHash.of(rule, ONE)).isEqualTo(JudgeHash.of(rule, null));
    }

    /** Where this fails, judges are asked otherwise than before: raise {@link JudgeHash#PROTOCOL}, and the digest here. */
    @Test
    void whatJudgesAreAskedIsThatOfTheProtocol() throws NoSuchAlgorithmException {
        var provider = new ScriptedJudgeProvider("?", "?", "?", "?", "?", "?");
        var judgement = new Judgement("Task", "Lima.", null, Map.of("x", "y"), null, null, ChatListener.NONE, "Cusco.");
        Judges.of(List.of(Metric.of("relevance"), Metric.of("faithfulness"), Metric.of("pairwise")), ONE, provider)
                .forEach(judge -> judge.judge(judgement));
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        provider.requests.forEach(request ->
                digest.update((request.messages() + request.format().toString()).getBytes(StandardCharsets.UTF_8)));

        assertThat(JudgeHash.PROTOCOL + ":" + HexFormat.of().formatHex(digest.digest(), 0, 4))
                .isEqualTo("2:f7eda50d");
    }

    private static Metric tone(String worst, String version) {
        return new Metric(
                "tone",
                "rubric",
                Map.of("description", "How kind.", "anchors", Map.of("1", worst, "5", "Kind."), "version", version),
                null);
    }
}
