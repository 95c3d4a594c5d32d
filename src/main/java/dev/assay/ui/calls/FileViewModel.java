package dev.assay.ui.calls;

import dev.assay.exchange.calls.CallFile;
import dev.assay.history.CallLog;
import dev.assay.history.keeping.Checked;
import dev.assay.history.keeping.HistoryKeeper;
import dev.assay.history.keeping.Pruned;
import dev.assay.history.keeping.Retention;
import dev.assay.history.search.CallFilter;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.results.Figures;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** What can be done to the file of the history. */
final class FileViewModel {
    private final Supplier<HistoryKeeper> keeper;
    private final Tasks tasks;
    private final InstantSource clock;
    private final Consumer<String> notices;
    private final Consumer<String> problems;
    private final Runnable changed;

    /**
     * @param notices hears what was done
     * @param problems hears what went wrong
     * @param changed runs when there may be other calls than before
     */
    FileViewModel(
            Supplier<HistoryKeeper> keeper,
            Tasks tasks,
            InstantSource clock,
            Consumer<String> notices,
            Consumer<String> problems,
            Runnable changed) {
        this.keeper = keeper;
        this.tasks = tasks;
        this.clock = clock;
        this.notices = notices;
        this.problems = problems;
        this.changed = changed;
    }

    void backup(Path target) {
        run(
                () -> keeper.get().backup(target),
                bytes -> Messages.get("calls.file.backup.done", target, megabytes(bytes)));
    }

    /** Writes the calls that a line asks for into a file of lines, with their texts where it holds them. */
    void export(CallLog calls, CallFilter filter, Path target) {
        run(
                () -> CallFile.write(calls, filter, target, true),
                count -> Messages.get("calls.file.export.done", Figures.count(count), target));
    }

    void restore(Path backup) {
        run(
                () -> {
                    Path before = keeper.get().restore(backup);
                    return before == null ? "-" : before.toString();
                },
                before -> Messages.get("calls.file.restore.done", backup, before));
    }

    void check() {
        run(
                () -> keeper.get().check(),
                (Checked checked) -> Messages.get(
                        "calls.file.check.done",
                        megabytes(checked.bytes()),
                        Figures.count(checked.rows().values().stream()
                                .mapToLong(Long::longValue)
                                .sum())));
    }

    void compact() {
        run(() -> keeper.get().compact(), FileViewModel::sizes);
    }

    /** The number of days that somebody has typed; empty, and told, where it is none. */
    Optional<Integer> days(String text) {
        boolean number = text.strip().matches("[1-9]\\d{0,4}");
        problems.accept(number ? "" : Messages.get("calls.file.prune.days.wrong", text.strip()));
        return number ? Optional.of(Integer.valueOf(text.strip())) : Optional.empty();
    }

    /** Lets texts go that are older than so many days. */
    void prune(int days) {
        run(
                () -> keeper.get().prune(new Retention(Duration.ofDays(days), null), clock.instant(), true),
                pruned -> pruned.isNothing()
                        ? Messages.get("calls.file.prune.nothing", days)
                        : Messages.get("calls.file.prune.done", pruned.runs(), pruned.singles()) + " " + sizes(pruned));
    }

    void encrypt() {
        run(
                () -> {
                    keeper.get().encrypt();
                    return true;
                },
                done -> Messages.get("calls.file.encrypt.done"));
    }

    void decrypt() {
        run(
                () -> {
                    keeper.get().decrypt();
                    return true;
                },
                done -> Messages.get("calls.file.decrypt.done"));
    }

    private static String sizes(Pruned pruned) {
        return Messages.get("calls.file.sizes", megabytes(pruned.bytesBefore()), megabytes(pruned.bytesAfter()));
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / (double) (1 << 20));
    }

    private <T> void run(Supplier<T> work, Function<T, String> sentence) {
        notices.accept("");
        problems.accept("");
        tasks.run(
                work,
                done -> {
                    changed.run();
                    notices.accept(sentence.apply(done));
                },
                failure -> problems.accept(failure.summary()));
    }
}
