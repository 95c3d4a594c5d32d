package dev.assay.ui.prompts.compact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.experiment.Dataset;
import dev.assay.history.Invocation;
import dev.assay.history.Operation;
import dev.assay.history.Outcome;
import dev.assay.llm.CancelledException;
import dev.assay.llm.ChatRequest;
import dev.assay.llm.InputException;
import dev.assay.llm.Message;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import dev.assay.llm.ResponseFormat;
import dev.assay.llm.Role;
import dev.assay.pricing.PriceTable;
import dev.assay.pricing.TokenCounter;
import dev.assay.prompt.compact.Compaction;
import dev.assay.registry.GitPromptRegistry;
import dev.assay.ui.fx.Tasks;
import dev.assay.workbench.compact.Rewrite;
import dev.assay.workbench.compact.ShorterPrompts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
    private static final ModelId MODEL = ModelId.parse("openai/gpt-4o");
    private static final Invocation CALL = new Invocation(
            "1",
            Operation.CHAT,
            null,
            Instant.EPOCH,
            new ChatRequest(
                    MODEL, List.of(Message.of(Role.USER, "x")), ModelParameters.DEFAULTS, ResponseFormat.TEXT, false),
            new Outcome.Cancelled(""),
            null);

    private Function<String, Rewrite> rewrite = text -> new Rewrite.Refused("nothing came", CALL);
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
                new CompactViewModel.Basis(MODEL, dataset, datasets, List.of(MODEL)),
                (prompt, whole, model) -> rewrite.apply(whole),
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
    void whatAModelWroteStandsInPlaceOfTheRules() {
        CompactViewModel viewModel = open(TEXT);
        rewrite = text ->
                new Rewrite.Shorter(Compaction.rewritten(text, "Explain {{thing}} with every date.\n", "m"), CALL);

        viewModel.rewrite(MODEL);

        assertThat(viewModel.text()).isEqualTo("Explain {{thing}} with every date.\n");
        assertThat(viewModel.rows()).singleElement().satisfies(row -> {
            assertThat(row.title()).isEqualTo("Line 1: written anew by openai/gpt-4o");
            row.taken().set(false);
        });
        assertThat(viewModel.text()).isEqualTo(TEXT);
        assertThat(viewModel.askedProperty().get()).isFalse();
    }

    @Test
    void aRefusedTextLeavesTheRulesAsTheyWere() {
        CompactViewModel viewModel = open(TEXT);

        viewModel.rewrite(MODEL);

        assertThat(viewModel.problemProperty().get())
                .isEqualTo("The text of openai/gpt-4o is not taken: nothing came.");
        assertThat(viewModel.rows()).hasSize(2);
    }

    @Test
    void aModelIsAskedForWhatTheRulesLeave() {
        CompactViewModel viewModel = open(TEXT);
        var asked = new ArrayList<String>();
        rewrite = text -> {
            asked.add(text);
            throw new CancelledException("stopped");
        };

        viewModel.rewrite(MODEL);

        assertThat(asked).containsExactly("Explain   {{thing}}. Keep every date.\n");
        assertThat(viewModel.askedProperty().get()).isFalse();
        assertThat(viewModel.problemProperty().get()).isEmpty();
    }

    @Test
    void whereNothingCanGoOrTheTextIsBrokenThatIsSaid() {
        assertThat(open("Explain {{thing}}.\n").noneProperty().get()).isTrue();
        assertThat(open("Explain {{thing.\n").problemProperty().get()).contains("say.prompt:1");
    }
}
