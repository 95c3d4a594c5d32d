package dev.assay.ui.monitoring;

import dev.assay.history.metrics.CallFigures;
import dev.assay.history.metrics.CallQuery;
import dev.assay.history.metrics.CallReport;
import dev.assay.history.metrics.GroupBy;
import dev.assay.ui.fx.Failure;
import dev.assay.ui.fx.LatestTask;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.results.Figures;
import dev.assay.workbench.quality.QualityCourse;
import dev.assay.workbench.quality.QualityFinding;
import dev.assay.workbench.spending.Spent;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** What calls took in a time, told apart as the user likes. */
public final class MonitoringViewModel {
    private final Function<CallQuery, CallReport> metrics;
    private final Supplier<List<Spent>> budgets;
    private final Supplier<List<QualityFinding>> quality;
    private final Function<String, Optional<QualityCourse>> courses;
    private final InstantSource clock;
    private final LatestTask task;
    private final ObjectProperty<Period> period = new SimpleObjectProperty<>(Period.MONTH);
    private final ObjectProperty<GroupBy> grouping = new SimpleObjectProperty<>(GroupBy.MODEL);
    private final ReadOnlyObjectWrapper<@Nullable Focus> focus = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Board> board = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private boolean used;

    /**
     * @param metrics what calls took; slow
     * @param budgets what was spent of each budget; slow
     * @param quality how prompts do against their bands; slow
     * @param courses how well the texts of a prompt did; slow
     * @param clock tells what day it is
     */
    public MonitoringViewModel(
            Function<CallQuery, CallReport> metrics,
            Supplier<List<Spent>> budgets,
            Supplier<List<QualityFinding>> quality,
            Function<String, Optional<QualityCourse>> courses,
            InstantSource clock,
            Tasks tasks) {
        this.metrics = metrics;
        this.budgets = budgets;
        this.quality = quality;
        this.courses = courses;
        this.clock = clock;
        task = new LatestTask(tasks);
        period.subscribe(this::reload);
        grouping.subscribe(this::reload);
    }

    private void reload() {
        if (used) {
            refresh();
        }
    }

    /** Looks again at what was called by now. */
    void refresh() {
        used = true;
        Period chosen = period.get();
        GroupBy by = grouping.get();
        Focus only = focus.get();
        task.run(() -> make(chosen, by, only), this::show, this::fail);
    }

    private Board make(Period chosen, GroupBy by, @Nullable Focus only) {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        CallReport now = only(metrics.apply(chosen.query(today)), only);
        CallReport before = chosen.before(today)
                .map(metrics)
                .map(report -> only(report, only))
                .orElse(null);
        Board board = new BoardMaker(now, before, chosen == Period.ALL ? null : chosen.first(today), today).make(by);
        List<Tile> tiles = Stream.concat(
                        budgets.get().stream().map(MonitoringViewModel::tile),
                        quality.get().stream().filter(QualityFinding::isBelow).map(MonitoringViewModel::tile))
                .toList();
        return board.with(tiles, course(only));
    }

    private @Nullable DayChart course(@Nullable Focus only) {
        return only == null || only.by() != GroupBy.PROMPT
                ? null
                : courses.apply(only.name()).map(QualityChart::of).orElse(null);
    }

    private static Tile tile(Spent spent) {
        return new Tile(
                spent.limit().toString(),
                Figures.cost(spent.usd()),
                Messages.get("monitoring.budget", Math.round(100 * spent.share())),
                spent.state() != Spent.State.FINE);
    }

    private static Tile tile(QualityFinding below) {
        return new Tile(
                below.quality().prompt(),
                Figures.score(below.quality().mean()),
                Messages.get(
                        "monitoring.quality",
                        below.band().metric(),
                        Figures.score(below.band().atLeast())),
                true);
    }

    private static CallReport only(CallReport report, @Nullable Focus focus) {
        return focus == null ? report : report.only(focus.by(), focus.name());
    }

    private void show(Board made) {
        problem.set("");
        board.set(made);
    }

    private void fail(Failure failure) {
        problem.set(failure.summary());
    }

    /** Looks at the calls of one group alone, told apart by what comes next. */
    void lookInto(CallFigures group) {
        GroupBy by = grouping.get();
        focus.set(new Focus(by, group.name()));
        GroupBy next = switch (by) {
            case PROVIDER, DAY -> GroupBy.MODEL;
            case MODEL -> GroupBy.PROMPT;
            case PROMPT -> GroupBy.MODEL;
            case OPERATION -> GroupBy.MODEL;
        };
        grouping.set(next);
        refresh();
    }

    /** Looks at all calls again. */
    void lookAtAll() {
        Focus before = focus.get();
        focus.set(null);
        if (before != null) {
            grouping.set(before.by());
        }
        refresh();
    }

    /** The time; writable. */
    ObjectProperty<Period> periodProperty() {
        return period;
    }

    /** What calls are told apart by; writable. */
    ObjectProperty<GroupBy> groupingProperty() {
        return grouping;
    }

    /** The calls that are looked at alone, or null. */
    ReadOnlyObjectProperty<@Nullable Focus> focusProperty() {
        return focus.getReadOnlyProperty();
    }

    /** What is shown; null until it is loaded. */
    ReadOnlyObjectProperty<@Nullable Board> boardProperty() {
        return board.getReadOnlyProperty();
    }

    /** What went wrong last, in one line; may be empty. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
