package dev.assay.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.experiment.Comparison;
import dev.assay.experiment.Experiment;
import dev.assay.experiment.RunListener;
import dev.assay.experiment.Variant;
import dev.assay.experiment.VariantSummary;
import dev.assay.experiment.Verdict;
import dev.assay.history.Cell;
import dev.assay.history.RunSettings;
import dev.assay.history.RunStatus;
import dev.assay.judge.Metric;
import dev.assay.llm.CancelledException;
import dev.assay.llm.InputException;
import dev.assay.llm.LlmException;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.prompt.PromptRef;
import dev.assay.settings.secret.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The sample workspace on the offline provider, with real git and a real database. */
@Timeout(120)
class WorkbenchTest {
    private static final ModelId BRIEF = ModelId.parse("offline/brief");
    private static final ModelId THOROUGH = ModelId.parse("offline/thorough");

    @TempDir
    Path folder;

    private Path root;
    private Workbench workbench;

    @BeforeEach
    void openTheSampleWorkspace() {
        root = Workspaces.locate(folder.resolve("workspace"), folder, Map.of());
        workbench = open();
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void theSameFiguresAreShownLiveAndLater() {
        Comparison live = workbench.compare(experiment("meeting/notes", "meeting/notes.detailed"), RunListener.NONE);
        workbench.close();
        workbench = open();
        Comparison later = workbench.comparison(live.run().id().substring(0, 17));

        assertThat(live.cells()).hasSize(2 * live.run().cases());
        assertThat(live.variants()).allMatch(variant -> variant.scored() > 0 && variant.errors() == 0);
        assertThat(later.run()).isEqualTo(live.run());
        assertThat(later.variants()).isEqualTo(live.variants());
        assertThat(later.verdicts()).isEqualTo(live.verdicts());
        assertThat(later.headline()).isEqualTo(live.headline()).isNotBlank();
        assertThat(live.verdicts()).extracting(Verdict::metric).containsExactly("relevance", "coherence");
    }

    @Test
    void everySamplePromptRunsOnItsDataset() {
        Map<String, String> datasets = Map.of(
                "support/triage", "support-tickets",
                "meeting/notes", "meetings",
                "answer-from-context", "handbook-questions");

        datasets.forEach((prompt, dataset) -> {
            Comparison comparison = workbench.compare(
                    new Experiment(
                            prompt,
                            List.of(variant(prompt, BRIEF)),
                            workbench.dataset(dataset),
                            List.of(),
                            null,
                            1,
                            new RunSettings(2, true, true, null, null)),
                    RunListener.NONE);

            assertThat(comparison.variants()).extracting(VariantSummary::errors).containsExactly(0);
            assertThat(comparison.variants().getFirst().cases()).isGreaterThanOrEqualTo(20);
        });
    }

    @Test
    void aStoppedRunKeepsItsFinishedCells() throws InterruptedException {
        Thread caller = Thread.currentThread();
        RunListener stopAfterFive = new RunListener() {
            private int finished;

            @Override
            public synchronized void cellFinished(Cell cell) {
                if (++finished == 5) {
                    caller.interrupt();
                }
            }
        };

        assertThatThrownBy(
                        () -> workbench.compare(experiment("meeting/notes", "meeting/notes.detailed"), stopAfterFive))
                .isInstanceOf(CancelledException.class);

        Comparison stopped =
                workbench.comparison(workbench.history().runs(1).getFirst().id());
        assertThat(stopped.run().status()).isEqualTo(RunStatus.STOPPED);
        assertThat(stopped.cells()).hasSizeBetween(5, 12);
        assertThat(stopped.headline()).startsWith("Stopped after ");
    }

    @Test
    void anUnknownProviderAModelThatIsNotThereAndAMissingKeyAreSaidBeforeARunBegins() throws IOException {
        Files.writeString(
                root.resolve("providers.yaml"),
                "providers:\n  openai:\n    dialect: openai\n    baseUrl: https://api.openai.com/v1\n"
                        + "    apiKey: ${NO_SUCH_KEY}\n");

        assertThatThrownBy(() -> compareOn("opnai/gpt"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("openai");
        assertThatThrownBy(() -> compareOn("offline/gigantic"))
                .isInstanceOf(LlmException.UnknownModel.class)
                .hasMessageContaining("offline/brief");
        assertThatThrownBy(() -> compareOn("openai/gpt"))
                .isInstanceOf(LlmException.Unauthorized.class)
                .hasMessageContaining("NO_SUCH_KEY");
        assertThat(workbench.history().runs(10)).isEmpty();
    }

    @Test
    void providersAreReadAgainOnceTheirFileChanged() throws IOException {
        Path file = root.resolve("providers.yaml");
        try (var providers = new Providers(file, Keys.of(Map.of()))) {
            var kept = providers.gateway();
            Files.writeString(file, Files.readString(file) + "\n# a remark\n");
            assertThat(providers.gateway()).isSameAs(kept);
        }
        var before = workbench.gateway();

        Files.writeString(file, "providers: {local: {dialect: ollama, models: [small]}}");
        assertThat(workbench.models()).contains(new ModelId("local", "small"));
        assertThat(before.models()).doesNotContain(new ModelId("local", "small"));

        Files.writeString(file, "providers: [");
        assertThatThrownBy(workbench::gateway).isInstanceOf(InputException.class);
    }

    @Test
    void unsavedTextIsRenderedWithTheWorkspacesPartials() {
        var rendered = workbench.renderText("draft", "{{> shared/grounding}}\nAsk: {{q}}", Map.of("q", "why?"));

        assertThat(rendered.messages().getLast().text()).endsWith("Ask: why?").hasSizeGreaterThan(20);
        assertThatThrownBy(() -> workbench.renderText("draft", "\n{{#if}}", Map.of()))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("prompts/draft.prompt:2:");
    }

    @Test
    void gitIgnoresWhatAssayKeepsForItselfAndTheUsersFilesAreLeftAlone() throws Exception {
        Path own = folder.resolve("own");
        Git.init().setDirectory(own.toFile()).call().close();
        Workbench.open(own, "a test", notice -> {}, Map.of()).close();

        try (Git git = Git.open(own.toFile())) {
            assertThat(git.status().call().isClean()).isTrue();
        }
        try (Stream<Path> files = Files.list(own)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(".git", ".assay");
        }
    }

    @Test
    void theJudgeIsOneOfTheModelsThatAreAskedAnyway() {
        ModelId paid = ModelId.parse("anthropic/claude-haiku-4-5");

        assertThat(DefaultJudge.of(List.of(BRIEF, BRIEF))).isEqualTo(THOROUGH);
        assertThat(DefaultJudge.of(List.of(paid, BRIEF))).isEqualTo(paid);
    }

    @Test
    void anUnknownRunIsTheUsersMistake() {
        assertThatThrownBy(() -> workbench.comparison("20200101-000000-aaaa"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("20200101-000000-aaaa");
    }

    private Comparison compareOn(String model) {
        return workbench.compare(
                new Experiment(
                        "t",
                        List.of(variant("meeting/notes", ModelId.parse(model))),
                        workbench.dataset("meetings"),
                        List.of(),
                        null,
                        1,
                        new RunSettings(1, false, true, null, null)),
                RunListener.NONE);
    }

    private Experiment experiment(String first, String second) {
        return new Experiment(
                "a comparison",
                List.of(variant(first, BRIEF), variant(second, BRIEF)),
                workbench.dataset("meetings"),
                List.of("relevance", "coherence").stream().map(Metric::of).toList(),
                THOROUGH,
                1,
                new RunSettings(2, true, true, null, null));
    }

    private static Variant variant(String prompt, ModelId model) {
        return new Variant(PromptRef.parse(prompt), model, ModelParameters.DEFAULTS);
    }

    private Workbench open() {
        return Workbench.open(root, "a test", notice -> {}, Map.of());
    }
}
