package dev.assay.ui.prompts.search;

import dev.assay.registry.search.SearchHit;
import dev.assay.registry.search.SearchQuery;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.RestartingTask;
import dev.assay.ui.fx.Tasks;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Searches the names and texts of prompts while somebody types; each key stops the search before. */
public final class SearchViewModel {
    /** Nobody reads more than this. */
    static final int LIMIT = 500;

    /** Finds at most so many places. Slow; ends with an exception when it is interrupted. */
    @FunctionalInterface
    public interface Finder {
        List<SearchHit> find(SearchQuery query, int limit);
    }

    private final Finder finder;
    private final Executor pause;
    private final RestartingTask work;
    private final StringProperty text = new SimpleStringProperty("");
    private final BooleanBinding open = Bindings.createBooleanBinding(() -> !word().isEmpty(), text);
    private final ObservableList<SearchRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /**
     * @param pause runs a task on the FX thread a moment later, so that there is no search for each letter typed
     */
    public SearchViewModel(Finder finder, Tasks tasks, Executor pause) {
        this.finder = finder;
        this.pause = pause;
        work = new RestartingTask(tasks);
        text.subscribe(this::typed);
    }

    private void typed(String before, String now) {
        String word = word();
        if (word.equals(before.strip())) {
            return;
        }
        work.stop();
        if (word.isEmpty()) {
            show(List.of(), "");
        } else {
            pause.execute(() -> search(word));
        }
    }

    /** Searches again, as when prompts have changed. */
    public void refresh() {
        search(word());
    }

    private void search(String word) {
        if (word.isEmpty() || !word.equals(word())) {
            return;
        }
        work.run(() -> finder.find(SearchQuery.of(word), LIMIT + 1), hits -> show(hits, word), failure -> {
            show(List.of(), "");
            problem.set(failure.summary());
        });
    }

    private void show(List<SearchHit> hits, String word) {
        List<SearchRow> found = SearchRow.of(hits.size() > LIMIT ? hits.subList(0, LIMIT) : hits);
        problem.set("");
        summary.set(word.isEmpty() ? "" : summary(hits.size(), found, word));
        // What is chosen stays so where the search only looked again.
        if (!rows.equals(found)) {
            rows.setAll(found);
        }
    }

    private static String summary(int hits, List<SearchRow> found, String word) {
        if (hits == 0) {
            return Messages.get("search.none", word);
        }
        if (hits > LIMIT) {
            return Messages.get("search.more", LIMIT);
        }
        long prompts = found.stream().filter(SearchRow.Prompt.class::isInstance).count();
        long lines = found.size() - prompts;
        return lines == 0 ? Messages.get("search.prompts", prompts) : Messages.get("search.places", lines, prompts);
    }

    private String word() {
        return text.get().strip();
    }

    /** What to look for; writable. Blank for nothing. */
    public StringProperty textProperty() {
        return text;
    }

    /** Whether something is looked for. */
    public BooleanBinding openProperty() {
        return open;
    }

    /** What was found last, by prompt. */
    ObservableList<SearchRow> rows() {
        return rows;
    }

    /** How much that is, or that it is nothing; empty until it is known. */
    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Why nothing can be found; empty where that went well. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
