package dev.assay.judge.expectation;

import dev.assay.judge.Judge;
import dev.assay.judge.Judgement;
import dev.assay.judge.Metric;
import dev.assay.judge.Score;
import dev.assay.judge.assertion.Assertions;
import dev.assay.judge.measure.Measures;
import dev.assay.judge.type.MetricType;
import dev.assay.judge.type.Resources;
import dev.assay.llm.ChatListener;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.InputException;
import dev.assay.llm.LlmException;
import dev.assay.llm.LlmProvider;
import dev.assay.llm.ModelId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Judges by what the case itself asserts of its answer, in a column that an import of promptfoo's tests fills.
 *
 * @param metric what its scores are called
 */
record CaseAsserts(String metric) implements Judge {
    static final String COLUMN = "__assert";
    private static final String THRESHOLD = "__threshold";
    private static final Map<String, MetricType> TYPES = Stream.concat(
                    Assertions.types().stream(),
                    Measures.types().stream().flatMap(type -> Stream.of(type, type.negated())))
            .collect(Collectors.toUnmodifiableMap(MetricType::name, type -> type));

    private static final Resources RULES = new Resources(null, new NoModels());

    /** An assert that was checked. */
    private record Checked(PromptfooAssert asserted, boolean holds, String why) {
        double weight() {
            return asserted.weight();
        }
    }

    /** Whether this judges an assert of a case with such inputs. */
    static boolean checks(@Nullable Object written, Map<String, Object> inputs) {
        return PromptfooAssert.of(written)
                .flatMap(one -> one.metric(inputs))
                .flatMap(CaseAsserts::judge)
                .isPresent();
    }

    @Override
    public @Nullable ModelId model() {
        return null;
    }

    @Override
    public Score judge(Judgement judgement) {
        if (!(judgement.inputs().get(COLUMN) instanceof List<?> asserts) || asserts.isEmpty()) {
            return unscored("the case asserts nothing in a column '" + COLUMN + "'");
        }
        List<Checked> checked = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Object written : asserts) {
            check(written, judgement).ifPresentOrElse(checked::add, () -> others.add(label(written)));
        }
        if (checked.isEmpty()) {
            return unscored("none of the case's asserts is checked here: " + String.join(", ", others));
        }
        return scored(checked, others, judgement.inputs().get(THRESHOLD));
    }

    /** As promptfoo decides: all hold, or, where the case has a threshold, so great a share by weight. */
    private Score scored(List<Checked> checked, List<String> others, @Nullable Object threshold) {
        double all = checked.stream().mapToDouble(Checked::weight).sum();
        double held = checked.stream()
                .filter(Checked::holds)
                .mapToDouble(Checked::weight)
                .sum();
        double share = all == 0 ? 1 : held / all;
        double least = threshold instanceof Number number ? number.doubleValue() : 1;
        String broken = checked.stream()
                .filter(one -> !one.holds())
                .map(one -> one.asserted().label() + ": " + one.why())
                .collect(Collectors.joining("; "));
        String why = checked.stream().filter(Checked::holds).count() + " of " + checked.size() + " asserts hold"
                + (broken.isEmpty() ? "" : "; " + broken)
                + (others.isEmpty() ? "" : "; not checked here: " + String.join(", ", others));
        return new Score.Scored(metric, null, share >= least ? 1 : 0, share, why, List.of());
    }

    private Score unscored(String why) {
        return new Score.Unscored(metric, null, why, "", List.of());
    }

    private static String label(@Nullable Object written) {
        return PromptfooAssert.of(written).map(PromptfooAssert::label).orElse("one without a type");
    }

    private Optional<Checked> check(@Nullable Object written, Judgement judgement) {
        return PromptfooAssert.of(written)
                .flatMap(one -> one.metric(judgement.inputs())
                        .flatMap(how -> score(how, judgement))
                        .map(score -> new Checked(one, score.value() == 1, score.rationale())));
    }

    private static Optional<Score.Scored> score(Metric how, Judgement judgement) {
        return judge(how)
                .map(judge -> judge.judge(judgement))
                .filter(Score.Scored.class::isInstance)
                .map(Score.Scored.class::cast);
    }

    /** Empty where none checks such a thing, or its settings are written in a way that is not understood here. */
    private static Optional<Judge> judge(Metric how) {
        try {
            return Optional.ofNullable(TYPES.get(how.type())).map(type -> type.judge(how, RULES));
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    /** Rules ask nobody. */
    private static final class NoModels implements LlmProvider {
        @Override
        public ChatResponse chat(ChatRequest request, ChatListener listener) {
            throw LlmException.Unsupported.of(request.model(), "judging an assert by a rule");
        }

        @Override
        public List<ModelId> models() {
            return List.of();
        }
    }
}
