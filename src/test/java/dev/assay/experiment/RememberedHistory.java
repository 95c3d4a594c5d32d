package dev.assay.experiment;

import dev.assay.history.CallLog;
import dev.assay.history.Cell;
import dev.assay.history.CellKey;
import dev.assay.history.Invocation;
import dev.assay.history.LoggedCall;
import dev.assay.history.PastCall;
import dev.assay.history.Run;
import dev.assay.history.RunBatch;
import dev.assay.history.RunCase;
import dev.assay.history.RunHistory;
import dev.assay.history.RunSource;
import dev.assay.history.RunStatus;
import dev.assay.history.StopReason;
import dev.assay.history.Vote;
import dev.assay.history.keeping.HistoryKeeper;
import dev.assay.history.metrics.CallQuery;
import dev.assay.history.metrics.CallReport;
import dev.assay.history.metrics.PromptQuality;
import dev.assay.history.metrics.ScoredAnswer;
import dev.assay.judge.Score;
import dev.assay.llm.ModelId;
import dev.assay.llm.StorageException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A history in memory that can be made to fail. */
final class RememberedHistory implements RunHistory {
    final List<Run> started = new CopyOnWriteArrayList<>();
    final List<Cell> appended = new CopyOnWriteArrayList<>();
    final List<RunStatus> ends = new CopyOnWriteArrayList<>();
    final List<Optional<StopReason>> reasons = new CopyOnWriteArrayList<>();
    final List<RunCase> cases = new CopyOnWriteArrayList<>();
    final List<RunSource> sources = new CopyOnWriteArrayList<>();
    final List<Vote> votes = new CopyOnWriteArrayList<>();
    final List<RunBatch> batches = new CopyOnWriteArrayList<>();
    final AtomicInteger rests = new AtomicInteger();
    volatile int failAfter = Integer.MAX_VALUE;

    @Override
    public void start(Run run, List<RunCase> itsCases, List<RunSource> itsSources) {
        started.add(run);
        cases.addAll(itsCases);
        sources.addAll(itsSources);
    }

    @Override
    public void resume(String runId) {
        ends.add(RunStatus.RUNNING);
    }

    @Override
    public synchronized void append(String runId, Cell cell) {
        if (appended.size() >= failAfter) {
            throw new StorageException("The disk is full");
        }
        appended.removeIf(other -> other.key().equals(cell.key()));
        appended.add(cell);
    }

    @Override
    public void rest(String runId) {
        rests.incrementAndGet();
    }

    @Override
    public void batchSent(String runId, RunBatch batch) {
        batches.add(batch);
    }

    @Override
    public void batchCollected(String runId, String batchId) {
        batches.replaceAll(batch -> batch.id().equals(batchId)
                ? new RunBatch(batchId, batch.model(), batch.sentAt(), batch.cells(), true)
                : batch);
    }

    @Override
    public List<RunBatch> batches(String runId) {
        return List.copyOf(batches);
    }

    @Override
    public void copy(String runId, List<Cell> cells) {
        cells.forEach(cell -> append(runId, cell));
    }

    @Override
    public synchronized void addScores(String runId, CellKey key, List<Invocation> calls, List<Score> scores) {
        appended.replaceAll(cell -> cell.key().equals(key)
                ? new Cell(
                        key,
                        cell.inputs(),
                        cell.expected(),
                        cell.answer(),
                        Stream.concat(cell.judgeCalls().stream(), calls.stream())
                                .toList(),
                        Stream.concat(cell.scores().stream(), scores.stream()).toList())
                : cell);
    }

    @Override
    public void finish(String runId, RunStatus status, @Nullable StopReason reason, Instant finishedAt) {
        ends.add(status);
        reasons.add(Optional.ofNullable(reason));
    }

    @Override
    public List<PastCall> pastCalls(String prompt, ModelId model) {
        return List.of();
    }

    @Override
    public CallLog calls() {
        throw new UnsupportedOperationException("No run looks at single calls");
    }

    @Override
    public List<PromptQuality> quality(String prompts, String metric, int last) {
        throw new UnsupportedOperationException("No run looks at quality");
    }

    @Override
    public List<PromptQuality> qualityOfTexts(String prompt, String metric) {
        throw new UnsupportedOperationException("No run looks at quality");
    }

    @Override
    public HistoryKeeper keeper() {
        throw new UnsupportedOperationException("Nothing is kept");
    }

    @Override
    public List<ScoredAnswer> scoredAnswers(@Nullable String prompt, String metric) {
        return List.of();
    }

    @Override
    public List<String> scoredMetrics(@Nullable String prompt) {
        return List.of();
    }

    @Override
    public CallReport metrics(CallQuery query) {
        return new CallReport(Map.of());
    }

    @Override
    public int addLogged(List<LoggedCall> calls) {
        return 0;
    }

    @Override
    public List<Run> runs(int limit) {
        return started;
    }

    @Override
    public Optional<Run> run(String idOrPrefix) {
        return started.stream().filter(run -> run.id().startsWith(idOrPrefix)).findFirst();
    }

    @Override
    public List<Cell> cells(String runId) {
        return appended;
    }

    @Override
    public List<RunCase> cases(String runId) {
        return cases;
    }

    @Override
    public List<RunSource> sources(String runId) {
        return sources;
    }

    @Override
    public void vote(String runId, Vote vote) {
        votes.add(vote);
    }

    @Override
    public void takeBack(String runId, Vote vote) {
        votes.remove(vote);
    }

    @Override
    public List<Vote> votes(String runId) {
        return votes;
    }

    @Override
    public void close() {}
}
