package dev.assay.cli.compact;

import dev.assay.cli.session.CtrlC;
import dev.assay.cli.session.ExitStatus;
import dev.assay.cli.session.PromptArgument;
import dev.assay.cli.session.Session;
import dev.assay.experiment.Comparison;
import dev.assay.experiment.Dataset;
import dev.assay.experiment.Experiment;
import dev.assay.experiment.RunListener;
import dev.assay.history.RunStatus;
import dev.assay.history.StopReason;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.prompt.PromptRef;
import dev.assay.prompt.compact.CompactRule;
import dev.assay.prompt.compact.Compaction;
import dev.assay.workbench.Workbench;
import dev.assay.workbench.compact.Acceptance;
import dev.assay.workbench.compact.Rewrite;
import dev.assay.workbench.compact.Rewriter;
import dev.assay.workbench.compact.ShorterPrompts;
import dev.assay.workbench.compact.TokenSavings;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay compact}: a shorter prompt. */
@Command(
        name = "compact",
        description =
                "Shows how a prompt can be made shorter, with tokens and money saved: white space outside of code,"
                        + " tables, data and examples, and what stands there twice. With --accept the shorter prompt is compared with"
                        + " the original, and written only if it is shown to be not worse by more than the margin.")
public final class CompactCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "PROMPT", description = "A prompt of the working copy.")
    private String prompt = "";

    @Option(
            names = {"--accept", "--write"},
            description = "Compare the shorter prompt with the original on --dataset, and write it if it is not worse."
                    + " Exit status 1 where it is not accepted.")
    private boolean accept;

    @Option(names = "--unchecked", description = "With --write: write it without a comparison, which shows nothing.")
    private boolean unchecked;

    @Option(
            names = "--skip",
            paramLabel = "RULE",
            description = "Leave a rule out, such as repeated-instruction. May be given many times.")
    private List<String> skipped = List.of();

    @Option(
            names = "--rewrite",
            paramLabel = "PROVIDER/MODEL",
            description =
                    "Have a model write what the rules leave in fewer words. A text that loses or adds a tag, or changes"
                            + " code, is not taken.")
    private @Nullable String rewriter;

    @Mixin
    private final LabOptions lab = new LabOptions();

    public CompactCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String name = PromptArgument.name(prompt);
        skipped.forEach(CompactCommand::requireRule);
        double margin = lab.margin();
        if (unchecked && !accept) {
            throw new InputException("--unchecked has no meaning without --write");
        }
        if (lab.estimate() && (!accept || unchecked)) {
            throw new InputException("--estimate tells what a comparison would take: give --accept and --dataset too");
        }
        if (accept && !unchecked && !lab.hasDataset()) {
            throw new InputException("Nothing is accepted without a comparison: name the cases with --dataset DATASET");
        }
        try (var workbench = session.openWorkbench()) {
            String text = workbench.registry().text(new PromptRef(name, null));
            Compaction found = without(new ShorterPrompts(workbench).find(name, text));
            Rewrite rewrite = rewriter == null ? null : rewrite(workbench, name, found, ModelId.parse(rewriter));
            Compaction compaction = rewrite instanceof Rewrite.Shorter shorter
                    ? Compaction.rewritten(text, shorter.compaction().text(), String.valueOf(rewriter))
                    : found;
            if (rewrite != null && !(rewrite instanceof Rewrite.Shorter)) {
                print(workbench, name, compaction, rewrite, null, null, false);
                return rewrite instanceof Rewrite.Failed ? ExitStatus.PROVIDER_FAILED : ExitStatus.GATE_FAILED;
            }
            return accept && !compaction.isEmpty()
                    ? decide(workbench, name, compaction, rewrite, margin)
                    : print(workbench, name, compaction, rewrite, null, null, false);
        }
    }

    private Rewrite rewrite(Workbench workbench, String name, Compaction found, ModelId model) {
        try (var ctrlC = new CtrlC()) {
            return new Rewriter(workbench, new SecureRandom()).rewrite(name, found.text(), model, new RunListener() {});
        }
    }

    private Compaction without(Compaction found) {
        return new Compaction(
                found.source(),
                found.edits().stream()
                        .filter(edit -> !skipped.contains(edit.rule().word()))
                        .toList(),
                found.notes());
    }

    private int decide(
            Workbench workbench, String name, Compaction compaction, @Nullable Rewrite rewrite, double margin) {
        if (unchecked) {
            workbench.registry().save(name, compaction.text());
            session.terminal().note("No comparison was run: nothing shows that the shorter prompt is as good");
            return print(workbench, name, compaction, rewrite, null, null, true);
        }
        Dataset cases = lab.dataset(workbench).orElseThrow();
        if (new ShorterPrompts(workbench).sendTheSame(name, compaction.source(), compaction.text(), cases)) {
            workbench.registry().save(name, compaction.text());
            var same = new Acceptance(
                    true, "Both send the very same messages on every case: there is nothing to compare.");
            return print(workbench, name, compaction, rewrite, null, same, true);
        }
        ModelId model = lab.model(workbench, name, compaction.source())
                .orElseThrow(() -> new InputException(
                        "The prompt names no model: say with --model PROVIDER/MODEL who shall answer"));
        var texts = ShorterPrompts.texts(name, List.of(compaction.text()), model, lab.parameters());
        Experiment experiment =
                lab.experiment(session, workbench, name + ": shorter against the original", texts, cases);
        if (lab.estimate()) {
            LabOptions.printEstimate(session, workbench, experiment, texts);
            return ExitStatus.DONE;
        }
        Comparison comparison = LabOptions.run(session, workbench, experiment, texts);
        Acceptance acceptance = Acceptance.of(comparison, 1, margin);
        boolean unchanged = workbench.registry().text(new PromptRef(name, null)).equals(compaction.source());
        if (acceptance.accepted() && unchanged) {
            workbench.registry().save(name, compaction.text());
        } else if (acceptance.accepted()) {
            session.terminal().note("The prompt was changed while the comparison ran, so it was left as it is");
        }
        boolean written = acceptance.accepted() && unchanged;
        print(workbench, name, compaction, rewrite, comparison, acceptance, written);
        return stoppedByUser(comparison) ? ExitStatus.INTERRUPTED : written ? ExitStatus.DONE : ExitStatus.GATE_FAILED;
    }

    private static boolean stoppedByUser(Comparison comparison) {
        return comparison.run().status() == RunStatus.STOPPED
                && comparison.run().stopReason() == StopReason.USER;
    }

    private int print(
            Workbench workbench,
            String name,
            Compaction compaction,
            @Nullable Rewrite rewrite,
            @Nullable Comparison comparison,
            @Nullable Acceptance acceptance,
            boolean written) {
        ModelId model = lab.model(workbench, name, compaction.source()).orElse(null);
        TokenSavings savings = new ShorterPrompts(workbench)
                .savings(
                        name,
                        compaction.source(),
                        compaction.text(),
                        model,
                        lab.dataset(workbench).orElse(null));
        var report = new CompactReport(name, compaction, savings, rewrite, comparison, acceptance, written);
        session.print(report.json(), report.text());
        return ExitStatus.DONE;
    }

    private static void requireRule(String word) {
        if (Arrays.stream(CompactRule.values()).noneMatch(rule -> rule.word().equals(word))) {
            throw new InputException("There is no rule '" + word + "': there are "
                    + Arrays.stream(CompactRule.values())
                            .filter(rule -> rule != CompactRule.REWRITE)
                            .map(CompactRule::word)
                            .collect(Collectors.joining(", ")));
        }
    }
}
