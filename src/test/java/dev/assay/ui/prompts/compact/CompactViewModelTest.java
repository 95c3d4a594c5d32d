package dev.assay.ui.prompts.compact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.experiment.Dataset;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.pricing.PriceTable;
import dev.assay.pricing.TokenCounter;
import dev.assay.registry.GitPromptRegistry;
import dev.assay.ui.fx.Tasks;
import dev.assay.workbench.compact.ShorterPrompts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactViewModelTest {
    private static final String TEXT = "Explain   {{thing}}. Keep every date.   \n\n\n\nKeep every date.\n";

    @TempDir
    Path folder;

    private final Tasks tasks = new Tasks(Runnable::run, Runnable::run);
    private final List<String> done = new ArrayList<>();
    private GitPromptRegistry registry;

    @BeforeEach
    void create() throws IOException, GitAPIException {
        Git.init().setDirectory(folder.toFile()).call().close();
        Files.createDirectories(folder.resolve("prompts"));
        registry = GitPromptRegistry.open(folder);
        registry.save("say", TEXT);
    }

    @AfterEach
    void close() {
        registry.close();
    }

    private CompactViewModel open(
            String name, String text, @Nullable String dataset, Function<String, Dataset> datasets) {
        return new CompactViewModel(
                registry,
                new ShorterPrompts(registry, TokenCounter::new, PriceTable::standard),
                new CompactViewModel.Editor(
                        name,
                        text,
                        edited -> done.add("edited " + edited),
                        next -> {
                            done.add("saved");
                            next.run();
                        },
                        (older, newer, model, cases) ->
                                done.add(older + " against " + newer + " on " + model + ", " + cases)),
                new CompactViewModel.Basis(ModelId.parse("openai/gpt-4o"), dataset, datasets),
                tasks);
    }

    private CompactViewModel open(String text) {
        return open("say", text, null, name -> Dataset.ofOne(name, Map.of()));
    }

    @Test
    void allIsTakenAtFirstAndLeavingSomeSavesLess() {
        CompactViewModel viewModel = open(TEXT);

        assertThat(viewModel.rows())
                .extracting(CompactRow::title)
                .hasSize(2)
                .first()
                .isEqualTo("Line 5: line 1 says this already");
        assertThat(viewModel.text()).isEqualTo("Explain   {{thing}}. Keep every date.\n");
        String all = viewModel.savingsProperty().get();
        assertThat(all).contains("counted for openai/gpt-4o", "names of the inputs");
        assertThat(viewModel.moneyProperty().get()).contains("less per 1,000 calls");

        viewModel.rows().getFirst().taken().set(false);

        assertThat(viewModel.text()).contains("\n\nKeep every date.");
        assertThat(viewModel.savingsProperty().get()).isNotEqualTo(all);
        viewModel.rows().forEach(row -> row.taken().set(false));
        assertThat(viewModel.someProperty().get()).isFalse();
        assertThat(viewModel.text()).isEqualTo(TEXT);
    }

    @Test
    void ofVeryManyCutsTheLastAreTakenTogether() {
        CompactViewModel viewModel = open("- Keep every date.\n".repeat(131));

        assertThat(viewModel.rows()).hasSize(101);
        assertThat(viewModel.rows().getLast().title()).startsWith("30 more lines");
        assertThat(viewModel.text()).isEqualTo("- Keep every date.\n");
    }

    @Test
    void appliedItGoesThroughTheEditor() {
        CompactViewModel viewModel = open(TEXT);

        viewModel.apply();

        assertThat(done).containsExactly("edited " + viewModel.text());
        assertThat(viewModel.doneProperty().get()).isTrue();
    }

    @Test
    void comparedFirstTheVariantTakesNoNameThatIsThere() throws IOException {
        registry.save("say.shorter", "An older one\n");

        CompactViewModel viewModel = open(TEXT);
        viewModel.compare();

        assertThat(done).containsExactly("saved", "say against say.shorter-2 on openai/gpt-4o, null");
        assertThat(Files.readString(folder.resolve("prompts/say.shorter-2.prompt")))
                .isEqualTo(viewModel.text());
        assertThat(Files.readString(folder.resolve("prompts/say.shorter.prompt")))
                .isEqualTo("An older one\n");
    }

    @Test
    void casesFillThePromptUnlessTheyDoNotFit() {
        assertThat(open("say", TEXT, "things", name -> Dataset.ofOne(name, Map.of("thing", "a bee")))
                        .savingsProperty()
                        .get())
                .contains("mean of 1 case of things");
        assertThat(open("say", TEXT, "things", name -> {
                            throw new InputException("no such dataset");
                        })
                        .savingsProperty()
                        .get())
                .contains("names of the inputs");
    }

    @Test
    void whereNothingCanGoOrTheTextIsBrokenThatIsSaid() {
        assertThat(open("Explain {{thing}}.\n").noneProperty().get()).isTrue();
        assertThat(open("Explain {{thing.\n").problemProperty().get()).contains("say.prompt:1");
    }
}
