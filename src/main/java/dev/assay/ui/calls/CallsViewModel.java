package dev.assay.ui.calls;

import dev.assay.experiment.TestCase;
import dev.assay.history.RecordedCall;
import dev.assay.history.search.CallEntry;
import dev.assay.history.search.CallFilter;
import dev.assay.history.search.CallPage;
import dev.assay.history.search.Mark;
import dev.assay.llm.InputException;
import dev.assay.ui.fx.Failure;
import dev.assay.ui.fx.LatestTask;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.results.Figures;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The calls that a line asks for, a page at a time, and the one that is being read. */
public final class CallsViewModel {
    /** So long after the last letter the list is asked for. */
    public static final Duration PAUSE = Duration.ofMillis(150);

    /** Calls loaded at a time. */
    static final int PAGE = 200;

    /** So many lines before the end the next page is asked for. */
    private static final int AHEAD = 100;

    private final CallsBench bench;
    private final Tasks tasks;
    private final InstantSource clock;
    private final LatestTask paging;
    private final LatestTask counting;
    private final LatestTask opening;
    private final ObservableList<CallEntry> entries = FXCollections.observableArrayList();
    private final ObservableList<String> views = FXCollections.observableArrayList();
    private Map<String, String> viewLines = Map.of();
    private final StringProperty line = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable CallEntry> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable OpenCall> opened = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final FileViewModel file;
    private CallFilter filter = CallFilter.ALL;
    private CallPage.@Nullable Place next;
    private boolean more;
    private int generation;
    private int typed;

    /**
     * @param pause runs tasks after a short while, in which more may be typed
     * @param clock what {@code since:7d} counts back from
     */
    public CallsViewModel(CallsBench bench, Tasks tasks, Executor pause, InstantSource clock) {
        this.bench = bench;
        this.tasks = tasks;
        this.clock = clock;
        paging = new LatestTask(tasks);
        counting = new LatestTask(tasks);
        opening = new LatestTask(tasks);
        file = new FileViewModel(bench::keeper, tasks, clock, notice::set, problem::set, this::load);
        line.subscribe((before, now) -> {
            int latest = ++typed;
            pause.execute(() -> {
                if (latest == typed) {
                    ask();
                }
            });
        });
        selected.subscribe((before, now) -> open(before, now));
    }

    /** Loads the list again from the newest call on; the selected call stays selected. */
    void load() {
        ask();
        loadViews();
    }

    private void ask() {
        try {
            filter = CallFilter.parse(line.get(), clock.instant());
        } catch (InputException e) {
            problem.set(e.getMessage());
            return;
        }
        problem.set("");
        int asked = ++generation;
        more = false;
        CallFilter wanted = filter;
        paging.run(
                () -> bench.calls().page(wanted, CallPage.Place.TOP, PAGE),
                page -> {
                    if (asked == generation) {
                        first(page);
                    }
                },
                this::fail);
        counting.run(
                () -> bench.calls().count(wanted),
                number -> count.set(Messages.get("calls.count", Figures.count(number), number)),
                this::fail);
    }

    private void first(CallPage page) {
        CallEntry before = selected.get();
        entries.setAll(page.entries());
        next = page.next();
        more = true;
        selected.set(
                before == null
                        ? null
                        : entries.stream()
                                .filter(entry -> entry.id().equals(before.id()))
                                .findFirst()
                                .orElse(null));
    }

    /** A line has come into sight, from 0: loads the next page once the end is near. */
    void reach(int index) {
        CallPage.Place from = next;
        if (more && from != null && index >= entries.size() - AHEAD) {
            more = false;
            int asked = generation;
            CallFilter wanted = filter;
            tasks.run(
                    () -> bench.calls().page(wanted, from, PAGE),
                    page -> {
                        if (asked == generation) {
                            entries.addAll(page.entries());
                            next = page.next();
                            more = true;
                        }
                    },
                    this::fail);
        }
    }

    private void open(@Nullable CallEntry before, @Nullable CallEntry entry) {
        notice.set("");
        if (entry == null) {
            opened.set(null);
        } else if (before == null || !before.id().equals(entry.id()) || opened.get() == null) {
            opening.run(
                    () -> read(entry),
                    call -> {
                        CallEntry now = selected.get();
                        if (now != null && now.id().equals(entry.id())) {
                            opened.set(call);
                        }
                    },
                    this::fail);
        }
    }

    private OpenCall read(CallEntry entry) {
        RecordedCall recorded = bench.calls().whole(List.of(entry)).getFirst();
        RecordedCall.Place place = recorded.place();
        TestCase made = place == null ? null : bench.testCase(place).orElse(null);
        return new OpenCall(recorded, made);
    }

    /** Changes what is said of a call. */
    void mark(CallEntry entry, UnaryOperator<Mark> change) {
        tasks.run(() -> entry.withMark(bench.calls().mark(entry.id(), change)), this::replace, this::fail);
    }

    private void replace(CallEntry marked) {
        problem.set("");
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).id().equals(marked.id())) {
                CallEntry chosen = selected.get();
                entries.set(i, marked);
                if (chosen != null && chosen.id().equals(marked.id())) {
                    selected.set(marked);
                }
            }
        }
    }

    private void loadViews() {
        tasks.run(() -> bench.calls().views(), this::showViews, this::fail);
    }

    private void showViews(Map<String, String> found) {
        viewLines = found;
        views.setAll(found.keySet());
    }

    /** Asks what a saved view asks. */
    void useView(String name) {
        line.set(viewLines.getOrDefault(name, line.get()));
    }

    /** Saves the line under a name. */
    void saveView(String name) {
        String asked = line.get();
        changeViews(() -> bench.calls().saveView(name, asked));
    }

    /** Forgets a view. */
    void deleteView(String name) {
        changeViews(() -> bench.calls().deleteView(name));
    }

    private void changeViews(Runnable change) {
        tasks.run(
                () -> {
                    change.run();
                    return bench.calls().views();
                },
                this::showViews,
                this::fail);
    }

    /** Narrows the list to calls of which a field is that value; null for any. */
    void narrow(CallFilter.Field field, @Nullable String value) {
        line.set(CallFilter.with(line.get(), field, value));
    }

    /** Makes ready to add the opened call's case to a dataset. */
    void proposeCase(Consumer<List<String>> ready) {
        tasks.run(bench::datasets, ready, this::fail);
    }

    /** Adds the opened call's case to a dataset, with its answer as the golden one or with that which the case had. */
    void addCase(String dataset, boolean golden) {
        OpenCall call = opened.get();
        if (call != null) {
            tasks.run(
                    () -> bench.addCase(dataset, call.asCase(golden)),
                    place -> notice.set(Messages.get("calls.case.added", place, dataset)),
                    this::fail);
        }
    }

    private void fail(Failure failure) {
        problem.set(failure.summary());
    }

    /** Writes the listed calls, and those not loaded yet, into a file: JSON lines or CSV. */
    void export(Path target) {
        file.export(bench.calls(), filter, target);
    }

    /** What can be done to the file that they are kept in. */
    FileViewModel file() {
        return file;
    }

    /** The calls loaded so far, the newest first. */
    ObservableList<CallEntry> entries() {
        return entries;
    }

    /** The names of the saved views. */
    ObservableList<String> views() {
        return views;
    }

    /** What is asked for, as {@link CallFilter#parse} reads it; writable. */
    StringProperty lineProperty() {
        return line;
    }

    /** The call to be read, or null; writable. */
    ObjectProperty<@Nullable CallEntry> selectedProperty() {
        return selected;
    }

    /** The call that is being read; null while none is, or it is not loaded yet. */
    ReadOnlyObjectProperty<@Nullable OpenCall> openedProperty() {
        return opened.getReadOnlyProperty();
    }

    /** How many calls there are, in words; empty until that is known. */
    ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** What went wrong last; may be empty. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What was done last; may be empty. */
    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }
}
