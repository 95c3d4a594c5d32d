package dev.assay.history;

import dev.assay.history.database.DatabaseFile;
import dev.assay.history.database.HistoryDatabase;
import dev.assay.history.database.HistoryFile;
import dev.assay.history.database.HistoryServerSource;
import dev.assay.history.database.HistorySession;
import dev.assay.history.database.HistorySource;
import dev.assay.history.database.Patience;
import dev.assay.history.keeping.HistoryKeeper;
import dev.assay.history.metrics.CallQuery;
import dev.assay.history.metrics.CallReport;
import dev.assay.history.metrics.PromptQuality;
import dev.assay.history.metrics.ScoredAnswer;
import dev.assay.judge.Score;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.llm.StorageException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The history in SQL: in a file of H2, {@code history.mv.db}, or on the PostgreSQL server of a team. One process uses the
 * file at a time, for as long as it reads, records or runs something; another one waits, and reads a copy after a while.
 * Amounts and times read back exactly as they were given, on a server to the microsecond;
 * {@link dev.assay.judge.Score#calls()} reads back empty, and the values of a case as the numbers, texts, lists and maps
 * that JSON knows.
 */
public final class SqlRunHistory implements RunHistory {
    /** Stands for the newest run wherever an id is asked for. */
    public static final String LATEST = "latest";

    private static final int NAMED_MATCHES = 5;

    private final HistoryDatabase database;
    private final CallLog calls;
    private final HistoryKeeper keeper;

    private SqlRunHistory(HistoryDatabase database, @Nullable Path folder) {
        this.database = database;
        var index = new CallIndex(database, folder);
        this.calls = new CallLog(database, index);
        this.keeper = new HistoryKeeper(database, index::drop);
    }

    /**
     * The history of a folder. Nothing is opened before it is used.
     *
     * @param folder made where it is missing
     * @param holder how to call this process to others, such as {@code assay compare}
     * @param notices hears one line for the user when another process is in the way
     */
    public static SqlRunHistory open(Path folder, String holder, Consumer<String> notices) {
        return open(folder, holder, notices, Patience.USUAL);
    }

    /** The same with a passphrase, which an encrypted history asks for when it is opened. */
    public static SqlRunHistory open(
            Path folder, String holder, Consumer<String> notices, Supplier<Optional<String>> passphrase) {
        return open(new DatabaseFile(folder, passphrase), holder, notices, Patience.USUAL);
    }

    /**
     * The history of a server. Nothing is opened before it is used.
     *
     * @param folder where what is reckoned from it is kept, such as the index of its words
     */
    public static SqlRunHistory on(HistoryServerSource server, Path folder) {
        return new SqlRunHistory(new HistoryDatabase(server, Patience.USUAL.idle()), folder);
    }

    static SqlRunHistory open(Path folder, String holder, Consumer<String> notices, Patience patience) {
        return open(new DatabaseFile(folder, Optional::empty), holder, notices, patience);
    }

    private static SqlRunHistory open(DatabaseFile file, String holder, Consumer<String> notices, Patience patience) {
        return new SqlRunHistory(
                new HistoryDatabase(new HistoryFile(file, holder, notices, patience), patience.idle()), file.folder());
    }

    /** A history that ends with this process. */
    public static SqlRunHistory inMemory() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        HistorySource source = (access, abandoned) -> HistorySession.open("in memory", url, "", 0, false, () -> {});
        return new SqlRunHistory(new HistoryDatabase(source, Duration.ofHours(1)), null);
    }

    @Override
    public void start(Run run, List<RunCase> cases, List<RunSource> sources) {
        database.write(handle -> {
            RunRows.insert(handle, run);
            RunTextRows.insertCases(handle, run.id(), cases);
            RunTextRows.insertSources(handle, run.id(), sources);
            return run;
        });
        database.keepOpenFor(run.id());
    }

    @Override
    public void resume(String runId) {
        if (!database.write(handle -> RunRows.setStatus(handle, runId, RunStatus.RUNNING, null, null))) {
            throw new StorageException("The run " + runId + " is not in the history, so it cannot go on");
        }
        database.keepOpenFor(runId);
    }

    @Override
    public void append(String runId, Cell cell) {
        database.write(handle -> {
            CellRows.put(handle, runId, cell);
            return cell;
        });
    }

    @Override
    public void copy(String runId, List<Cell> cells) {
        database.write(handle -> {
            cells.forEach(cell -> CellRows.copy(handle, runId, cell));
            return cells;
        });
    }

    @Override
    public void addScores(String runId, CellKey key, List<Invocation> calls, List<Score> scores) {
        database.write(handle -> {
            CellRows.add(handle, runId, key, calls, scores);
            return key;
        });
    }

    @Override
    public void finish(String runId, RunStatus status, @Nullable StopReason reason, Instant finishedAt) {
        database.release(runId);
        if (!database.write(handle -> RunRows.setStatus(handle, runId, status, reason, finishedAt))) {
            throw new StorageException("The run " + runId + " is not in the history, so its end was not recorded");
        }
    }

    @Override
    public void rest(String runId) {
        database.release(runId);
        // It closes some time after it was used last.
        batches(runId);
    }

    @Override
    public void batchSent(String runId, RunBatch batch) {
        database.write(handle -> {
            BatchRows.insert(handle, runId, batch);
            return batch;
        });
    }

    @Override
    public void batchCollected(String runId, String batchId) {
        database.write(handle -> {
            BatchRows.collected(handle, runId, batchId);
            return batchId;
        });
    }

    @Override
    public List<RunBatch> batches(String runId) {
        return database.read(handle -> BatchRows.ofRun(handle, runId));
    }

    @Override
    public List<Run> runs(int limit) {
        return database.read(handle -> RunRows.newest(handle, limit));
    }

    /** As promised by {@link RunHistory}; {@value #LATEST} is the newest run. */
    @Override
    public Optional<Run> run(String idOrPrefix) {
        if (idOrPrefix.equals(LATEST)) {
            return runs(1).stream().findFirst();
        }
        return database.read(handle -> {
            List<String> ids =
                    idOrPrefix.isBlank() ? List.of() : RunRows.idsBeginning(handle, idOrPrefix, NAMED_MATCHES + 1);
            if (ids.size() > 1 && !ids.contains(idOrPrefix)) {
                throw ambiguous(idOrPrefix, ids);
            }
            String id = ids.size() == 1 ? ids.getFirst() : idOrPrefix;
            return RunRows.byId(handle, id);
        });
    }

    @Override
    public List<Cell> cells(String runId) {
        return database.read(handle -> CellRows.ofRun(handle, runId));
    }

    @Override
    public List<RunCase> cases(String runId) {
        return database.read(handle -> RunTextRows.cases(handle, runId));
    }

    @Override
    public List<RunSource> sources(String runId) {
        return database.read(handle -> RunTextRows.sources(handle, runId));
    }

    @Override
    public List<PastCall> pastCalls(String prompt, ModelId model) {
        return database.read(handle -> PastCallRows.of(handle, prompt, model));
    }

    @Override
    public List<ScoredAnswer> scoredAnswers(@Nullable String prompt, String metric) {
        return database.read(handle -> ScoredRows.of(handle, prompt, metric));
    }

    @Override
    public List<String> scoredMetrics(@Nullable String prompt) {
        return database.read(handle -> ScoredRows.metrics(handle, prompt));
    }

    @Override
    public List<PromptQuality> quality(String prompts, String metric, int last) {
        return database.read(handle -> QualityRows.newest(handle, prompts, metric, last));
    }

    @Override
    public List<PromptQuality> qualityOfTexts(String prompt, String metric) {
        return database.read(handle -> QualityRows.byText(handle, prompt, metric));
    }

    @Override
    public CallReport metrics(CallQuery query) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        CallDays.Added added = database.read(handle -> CallDays.of(handle, query, today));
        if (!added.days().isEmpty() && database.isOwn()) {
            database.write(handle -> {
                CallDays.keep(handle, added);
                return added;
            });
        }
        return new CallReport(added.sums());
    }

    @Override
    public CallLog calls() {
        return calls;
    }

    @Override
    public HistoryKeeper keeper() {
        return keeper;
    }

    @Override
    public int addLogged(List<LoggedCall> calls) {
        return database.write(handle -> CallRows.insert(handle, calls));
    }

    @Override
    public void vote(String runId, Vote vote) {
        database.write(handle -> {
            VoteRows.put(handle, runId, vote);
            return vote;
        });
    }

    @Override
    public void takeBack(String runId, Vote vote) {
        database.write(handle -> VoteRows.delete(handle, runId, vote));
    }

    @Override
    public List<Vote> votes(String runId) {
        return database.read(handle -> VoteRows.ofRun(handle, runId));
    }

    @Override
    public void close() {
        database.close();
    }

    private static InputException ambiguous(String prefix, List<String> ids) {
        String named = String.join(", ", ids.subList(0, Math.min(ids.size(), NAMED_MATCHES)));
        return new InputException("'" + prefix + "' begins several runs: " + named
                + (ids.size() > NAMED_MATCHES ? " and more" : "") + "; write more of the id");
    }
}
