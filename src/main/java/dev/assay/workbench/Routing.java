package dev.assay.workbench;

import dev.assay.judge.Judgement;
import dev.assay.judge.Metric;
import dev.assay.judge.Score;
import dev.assay.judge.catalog.Judges;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.Stage;
import dev.assay.pricing.TokenCounter;
import dev.assay.provider.routing.AnswerScorer;
import dev.assay.provider.routing.RoutedProvider;
import dev.assay.settings.routing.RoutesFile;
import dev.assay.settings.routing.Trigger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The routes of a workspace, as their file has them now.
 *
 * @param file need not be there
 * @param tokens counts what routes choose by
 */
record Routing(Path file, Supplier<TokenCounter> tokens) {

    /** The same provider with the routes before it; throws {@link dev.assay.llm.InputException} where the file is wrong. */
    LlmProvider before(LlmProvider provider) {
        return before(provider, provider);
    }

    /** The same for who answers in a run, and for its judges, who are asked in cascades too. */
    Answering before(Answering answering) {
        return new Answering(
                before(answering.answers(), answering.judges()), before(answering.judges(), answering.judges()));
    }

    private LlmProvider before(LlmProvider provider, LlmProvider judges) {
        return new RoutedProvider(provider, RoutesFile.read(file), scorer(judges), this::count);
    }

    private int count(ChatRequest request, ModelId model) {
        return tokens.get().count(model, request.messages()).tokens();
    }

    private static AnswerScorer scorer(LlmProvider provider) {
        return (request, answer, judged) -> score(provider, request, answer, judged);
    }

    private static AnswerScorer.Scored score(
            LlmProvider provider, ChatRequest request, ChatResponse answer, Trigger.JudgedBelow judged) {
        var judge = Judges.of(List.of(Metric.of(judged.metric())), judged.judge(), provider)
                .getFirst();
        Score score = judge.judge(
                new Judgement(task(request), answer.output(), null, Map.of(), answer, null, ChatListener.NONE));
        List<Stage> calls = score.calls().stream()
                .flatMap(call -> {
                    ChatResponse said = call.response();
                    return said == null
                            ? Stream.empty()
                            : Stream.of(new Stage(said.servedBy(call.request().model()), said.usage(), said.cache()));
                })
                .toList();
        return new AnswerScorer.Scored(
                score instanceof Score.Scored scored ? Double.valueOf(scored.value()) : null, calls);
    }

    private static String task(ChatRequest request) {
        return request.messages().stream().map(Message::text).collect(Collectors.joining("\n\n"));
    }
}
