package dev.assay.workbench.compact;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.Dataset;
import dev.assay.experiment.Experiment;
import dev.assay.experiment.RunControl;
import dev.assay.experiment.RunListener;
import dev.assay.experiment.Variant;
import dev.assay.history.Invocation;
import dev.assay.history.Outcome;
import dev.assay.history.RunSettings;
import dev.assay.llm.CancelledException;
import dev.assay.llm.ChatResponse;
import dev.assay.llm.FinishReason;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.prompt.PromptRef;
import dev.assay.prompt.compact.RewriteProtocol;
import dev.assay.workbench.Workbench;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Has a model shorten a prompt: one call, kept in history as a run of its own and held to the budgets like any other. */
public final class Rewriter {
    /** Room for the thoughts of models that think. */
    private static final int FEWEST_TOKENS = 4096;

    private final Workbench workbench;
    private final RandomGenerator random;

    /** @param random where the words come from that nobody may know beforehand */
    public Rewriter(Workbench workbench, RandomGenerator random) {
        this.workbench = workbench;
        this.random = random;
    }

    /**
     * Asks.
     *
     * @param name of the prompt
     * @param text its whole text, without errors
     * @throws CancelledException where the thread was interrupted
     */
    public Rewrite rewrite(String name, String text, ModelId model, RunListener listener) {
        var protocol = RewriteProtocol.of(text, random);
        String body = protocol.body();
        int longest = Math.max(
                FEWEST_TOKENS, 2 * workbench.tokens().count(model, body).tokens());
        var ref = new PromptRef("shorten", "built-in");
        var experiment = new Experiment(
                name + ": rewritten shorter",
                List.of(new Variant(ref, model, ModelParameters.DEFAULTS)),
                Dataset.ofOne(name, Map.of(RewriteProtocol.INPUT, body)),
                List.of(),
                null,
                1,
                new RunSettings(1, true, false, null, null));
        Comparison run =
                workbench.compare(experiment, Map.of(ref, protocol.prompt(longest)), new RunControl(), listener);
        if (run.cells().isEmpty()) {
            throw new CancelledException("Stopped before " + model + " had answered");
        }
        return read(protocol, run.cells().getFirst().answer(), model);
    }

    private static Rewrite read(RewriteProtocol protocol, Invocation call, ModelId model) {
        return switch (call.outcome()) {
            case Outcome.Completed completed -> read(protocol, completed.response(), call, model);
            case Outcome.Failed failed -> new Rewrite.Failed(failed.message(), call);
            case Outcome.Cancelled cancelled ->
                throw new CancelledException("Stopped before " + model + " had answered");
        };
    }

    private static Rewrite read(RewriteProtocol protocol, ChatResponse answer, Invocation call, ModelId model) {
        if (answer.finishReason() == FinishReason.LENGTH || answer.finishReason() == FinishReason.CONTEXT_LIMIT) {
            return new Rewrite.Refused("the reply was cut off", call);
        }
        RewriteProtocol.Result result = protocol.read(answer.text(), model.toString());
        return result.compaction() == null
                ? new Rewrite.Refused(result.refused(), call)
                : new Rewrite.Shorter(result.compaction(), call);
    }
}
