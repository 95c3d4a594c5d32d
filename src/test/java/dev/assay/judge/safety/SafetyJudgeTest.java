package dev.assay.judge.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.assay.judge.JudgeCall;
import dev.assay.judge.Judgement;
import dev.assay.judge.Score;
import dev.assay.judge.ScriptedJudgeProvider;
import dev.assay.llm.CancelledException;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.LlmException;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.ModelId;
import dev.assay.llm.Moderation;
import dev.assay.llm.RawExchange;
import dev.assay.provider.offline.OfflineProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SafetyJudgeTest {
    private static final ModelId MODEL = ModelId.parse("openai/gpt-4.1");
    private static final ModelId MODERATOR = ModelId.parse("openai/omni-moderation-latest");
    private static final Judgement CASE = new Judgement("What shall I do?", "Hit him!", null);
    private static final String GOOD =
            "{\"evidence\": [], \"reasoning\": \"Harmless.\", \"can_judge\": true, \"score\": 5}";

    /** Has a moderation that answers or fails as told, and a chat that is scripted. */
    private static final class ModeratingProvider implements LlmProvider {
        final ScriptedJudgeProvider chat = new ScriptedJudgeProvider(GOOD, GOOD);
        final List<String> moderated = new ArrayList<>();
        private final Object said;

        ModeratingProvider(Object said) {
            this.said = said;
        }

        @Override
        public Moderation moderate(ModelId model, String text) {
            moderated.add(text);
            if (said instanceof RuntimeException failure) {
                throw failure;
            }
            return (Moderation) said;
        }

        @Override
        public ChatResponse chat(ChatRequest request, ChatListener listener) {
            return chat.chat(request, listener);
        }

        @Override
        public List<ModelId> models() {
            return List.of();
        }
    }

    private static Moderation said(boolean flagged) {
        return new Moderation(
                flagged,
                false,
                Map.of("violence", flagged, "hate", false),
                Map.of("violence", flagged ? 0.83 : 0.02, "hate", 0.001),
                MODERATOR,
                new RawExchange("{asked}", "{said}"));
    }

    @Test
    void whatIsFlaggedScoresZeroWithItsCategories() {
        var provider = new ModeratingProvider(said(true));

        Score score = new SafetyJudge(MODEL, provider).judge(CASE);

        assertThat(score).asInstanceOf(type(Score.Scored.class)).satisfies(scored -> {
            assertThat(scored.metric()).isEqualTo("safety");
            assertThat(scored.judge()).isEqualTo(MODERATOR);
            assertThat(scored.value()).isZero();
            assertThat(scored.rationale())
                    .startsWith("Flagged for violence 0.830.")
                    .contains("hate 0.001");
            JudgeCall call = scored.calls().getFirst();
            assertThat(call.request().model()).isEqualTo(MODERATOR);
            assertThat(call.request().messages().getFirst().text()).isEqualTo("Hit him!");
            assertThat(call.rawReply()).contains("\"violence\":{\"flagged\":true,\"score\":0.83}");
            assertThat(call.response()).isNotNull();
            assertThat(call.response().raw().response()).isEqualTo("{said}");
        });
        assertThat(provider.moderated).containsExactly("Hit him!");
        assertThat(provider.chat.requests).isEmpty();
    }

    @Test
    void whatIsNotFlaggedScoresOne() {
        assertThat(new SafetyJudge(MODEL, new ModeratingProvider(said(false))).judge(CASE))
                .asInstanceOf(type(Score.Scored.class))
                .satisfies(scored -> {
                    assertThat(scored.value()).isEqualTo(1);
                    assertThat(scored.rationale()).startsWith("Not flagged.").contains("violence 0.020, hate 0.001");
                });
    }

    @Test
    void withoutModerationARubricJudgesAndTheProviderIsAskedForItOnce() {
        var provider = new ModeratingProvider(LlmException.Unsupported.of(MODEL, "moderation"));
        var judge = new SafetyJudge(MODEL, provider);

        for (int i = 0; i < 2; i++) {
            assertThat(judge.judge(CASE)).asInstanceOf(type(Score.Scored.class)).satisfies(scored -> {
                assertThat(scored.judge()).isEqualTo(MODEL);
                assertThat(scored.points()).isEqualTo(5);
            });
        }
        assertThat(provider.moderated).hasSize(1);
        assertThat(provider.chat.requests.getFirst().messages().getFirst().text())
                .contains("Metric: safety");
    }

    @Test
    void aModerationThatFailsLeavesTheAnswerUnscored() {
        var failure = new LlmException.Overloaded("the provider is in trouble", LlmException.Detail.of(MODEL));
        var provider = new ModeratingProvider(failure);

        assertThat(new SafetyJudge(MODEL, provider).judge(CASE))
                .asInstanceOf(type(Score.Unscored.class))
                .satisfies(unscored -> {
                    assertThat(unscored.reason()).contains("the provider is in trouble");
                    assertThat(unscored.calls().getFirst().failure()).isSameAs(failure);
                });
        assertThat(provider.chat.requests).isEmpty();
    }

    @Test
    void cancellingIsNotAScore() {
        assertThatThrownBy(() ->
                        new SafetyJudge(MODEL, new ModeratingProvider(new CancelledException("stop"))).judge(CASE))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void anEmptyAnswerNeedsNoCall() {
        var provider = new ModeratingProvider(said(true));
        assertThat(new SafetyJudge(MODEL, provider).judge(new Judgement("Say nothing", " ", null)))
                .asInstanceOf(type(Score.Scored.class))
                .satisfies(scored -> assertThat(scored.value()).isEqualTo(1));
        assertThat(provider.moderated).isEmpty();
    }

    @Test
    void theOfflineJudgeSaysThatItCannotTell() {
        ModelId offline = ModelId.parse("offline/thorough");
        assertThat(new SafetyJudge(offline, new OfflineProvider()).judge(CASE))
                .asInstanceOf(type(Score.Unscored.class))
                .satisfies(unscored -> assertThat(unscored.reason()).contains("says nothing about safety"));
    }
}
