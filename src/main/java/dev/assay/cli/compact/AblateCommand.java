package dev.assay.cli.compact;

import dev.assay.cli.session.ExitStatus;
import dev.assay.cli.session.PromptArgument;
import dev.assay.cli.session.Session;
import dev.assay.experiment.Comparison;
import dev.assay.experiment.Dataset;
import dev.assay.experiment.Experiment;
import dev.assay.history.RunStatus;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.prompt.PromptRef;
import dev.assay.prompt.compact.PromptSection;
import dev.assay.prompt.compact.PromptSection.Size;
import dev.assay.workbench.compact.ShorterPrompts;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code assay ablate}: what each section of a prompt does. */
@Command(
        name = "ablate",
        description =
                "Runs a prompt whole and without each of its sections in turn, and tells what that does to the scores and"
                        + " how many tokens it saves. Changes nothing.")
public final class AblateCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "PROMPT", description = "A prompt of the working copy.")
    private String prompt = "";

    @Option(
            names = "--paragraphs",
            description = "Leave out single paragraphs, also where headings make sections of them.")
    private boolean paragraphs;

    @Mixin
    private final LabOptions lab = new LabOptions();

    public AblateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String name = PromptArgument.name(prompt);
        double margin = lab.margin();
        if (!lab.hasDataset()) {
            throw new InputException("Missing --dataset: name the cases to run the prompt on");
        }
        try (var workbench = session.openWorkbench()) {
            var prompts = new ShorterPrompts(workbench);
            String text = workbench.registry().text(new PromptRef(name, null));
            ModelId model = lab.model(workbench, name, text)
                    .orElseThrow(() -> new InputException(
                            "The prompt names no model: say with --model PROVIDER/MODEL who shall answer"));
            Dataset cases = lab.dataset(workbench).orElseThrow();
            List<PromptSection> sections = sections(name, text);
            var texts = ShorterPrompts.texts(
                    name, sections.stream().map(PromptSection::without).toList(), model, lab.parameters());
            Experiment experiment =
                    lab.experiment(session, workbench, name + ": without each section in turn", texts, cases);
            if (lab.estimate()) {
                LabOptions.printEstimate(session, workbench, experiment, texts);
                return ExitStatus.DONE;
            }
            Comparison run = LabOptions.run(session, workbench, experiment, texts);
            var ablation = prompts.ablation(run, text, sections, cases, model, margin);
            var report = new AblationReport(name, ablation, margin);
            session.print(report.json(), report.text());
            return status(run);
        }
    }

    private int status(Comparison run) {
        if (run.run().status() != RunStatus.FINISHED) {
            session.terminal().note("Stopped before its end: what there is shows nothing yet");
            return ExitStatus.INTERRUPTED;
        }
        return run.variants().stream().allMatch(variant -> variant.errors() == variant.cases())
                ? ExitStatus.PROVIDER_FAILED
                : ExitStatus.DONE;
    }

    private List<PromptSection> sections(String name, String text) {
        List<PromptSection> sections = PromptSection.of(text, paragraphs ? Size.PARAGRAPH : Size.SECTION);
        if (sections.isEmpty()) {
            throw new InputException(
                    name + " has no section that could be left out: blank lines or headings make sections");
        }
        return sections;
    }
}
