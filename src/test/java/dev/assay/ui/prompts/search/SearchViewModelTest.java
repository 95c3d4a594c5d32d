package dev.assay.ui.prompts.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.llm.StorageException;
import dev.assay.registry.search.SearchHit;
import dev.assay.registry.search.SearchQuery;
import dev.assay.ui.fx.Tasks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchViewModelTest {
    private final Queue<Runnable> pauses = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private List<SearchHit> found = List.of();
    private final SearchViewModel search =
            new SearchViewModel(this::find, new Tasks(Runnable::run, Runnable::run), pauses::add);

    private List<SearchHit> find(SearchQuery query, int limit) {
        asked.add(query.text());
        return found.stream().limit(limit).toList();
    }

    private void type(String text) {
        search.textProperty().set(text);
    }

    private void pause() {
        while (!pauses.isEmpty()) {
            pauses.remove().run();
        }
    }

    private static SearchHit name(String name) {
        return new SearchHit(name, 0, 1, name, 0, 2);
    }

    private static SearchHit line(String name, int line) {
        return new SearchHit(name, line, 5, "say hello", 4, 9);
    }

    @Test
    void onlyTheWordAtTheEndOfThePauseIsLookedFor() {
        type("h");
        type("he");
        type(" he ");
        pause();

        assertThat(asked).containsExactly("he");
    }

    @Test
    void placesStandBelowTheirPromptAndPromptsThatMatchByNameComeFirst() {
        found = List.of(name("help"), line("alpha", 3), line("alpha", 7), line("help", 1));

        type("he");
        pause();

        assertThat(search.rows())
                .extracting(row -> row.place().name() + ":" + row.place().line())
                .containsExactly("help:0", "help:1", "alpha:0", "alpha:3", "alpha:7");
        assertThat(search.summaryProperty().get()).isEqualTo("3 places in 2 prompts");
        assertThat(search.rows().getLast().place()).isEqualTo(new Place("alpha", 7, 5, 5));
    }

    @Test
    void moreThanCanBeReadIsSaid() {
        found = IntStream.rangeClosed(1, SearchViewModel.LIMIT + 20)
                .mapToObj(line -> line("long", line))
                .toList();

        type("he");
        pause();

        assertThat(search.rows()).hasSize(SearchViewModel.LIMIT + 1);
        assertThat(search.summaryProperty().get()).startsWith("More than 500 places");
    }

    @Test
    void nothingFoundIsSaidWithTheWord() {
        type("xyzzy");
        assertThat(search.summaryProperty().get()).isEmpty();
        pause();

        assertThat(search.rows()).isEmpty();
        assertThat(search.summaryProperty().get()).isEqualTo("Nothing found for \"xyzzy\".");
    }

    @Test
    void anEmptyFieldShowsNothingAgain() {
        found = List.of(name("help"));
        type("he");
        pause();

        type(" ");

        assertThat(search.openProperty().get()).isFalse();
        assertThat(search.rows()).isEmpty();
        assertThat(search.summaryProperty().get()).isEmpty();
    }

    @Test
    void changesOfPromptsAreSearchedAgainOnlyWhileThereIsAWord() {
        search.refresh();
        type("he");
        pause();
        found = List.of(name("help"));

        search.refresh();

        assertThat(asked).containsExactly("he", "he");
        assertThat(search.rows()).hasSize(1);
    }

    @Test
    void aDiskThatFailsIsTold() {
        var broken = new SearchViewModel(
                (query, limit) -> {
                    throw new StorageException("Cannot list prompts", null);
                },
                new Tasks(Runnable::run, Runnable::run),
                Runnable::run);

        broken.textProperty().set("he");

        assertThat(broken.problemProperty().get()).isEqualTo("Cannot list prompts");
    }

    @Test
    void aLongLineBeginsShortlyBeforeTheMark() {
        assertThat(MarkedLine.lead("    You are ", 14)).isEqualTo("You are ");
        assertThat(MarkedLine.lead("answer from the context that is given ", 14))
                .isEqualTo("\u2026is given ");
        assertThat(MarkedLine.lead("x".repeat(40), 14)).isEqualTo("\u2026" + "x".repeat(14));
    }
}
