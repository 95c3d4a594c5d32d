package dev.assay.history;

import dev.assay.history.keeping.HistoryKeeper;
import dev.assay.history.metrics.CallQuery;
import dev.assay.history.metrics.CallReport;
import dev.assay.history.metrics.PromptQuality;
import dev.assay.history.metrics.ScoredAnswer;
import dev.assay.judge.Score;
import dev.assay.llm.ModelId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The memory of all runs. Every method throws {@link dev.assay.llm.StorageException} where the database fails. Safe for
 * use by many threads.
 */
public interface RunHistory extends AutoCloseable {

    /** Records a run that begins, with its cases and all texts that its calls are made from. */
    void start(Run run, List<RunCase> cases, List<RunSource> sources);

    /** Records that a run which had ended or was cut off goes on. */
    void resume(String runId);

    /** Records a finished cell with its calls and scores, durably and all or nothing; in place of one with that key. */
    void append(String runId, Cell cell);

    /** Records cells whose calls were made for another run and are counted there, all of them or none. */
    void copy(String runId, List<Cell> cells);

    /** Records further calls and scores of a finished cell, durably and all or nothing. */
    void addScores(String runId, CellKey key, List<Invocation> calls, List<Score> scores);

    /** Records how a run ended, and why it stopped where it did. */
    void finish(String runId, RunStatus status, @Nullable StopReason reason, Instant finishedAt);

    /**
     * Records nothing of a run for a while, though it goes on: meanwhile other processes may use the history.
     */
    void rest(String runId);

    /** Records a batch that a run has sent, durably. */
    void batchSent(String runId, RunBatch batch);

    /** Records that everything that came of a batch is recorded. */
    void batchCollected(String runId, String batchId);

    /** The batches that a run has sent, the first first. */
    List<RunBatch> batches(String runId);

    /** The newest runs first, at most {@code limit}. */
    List<Run> runs(int limit);

    /** The run of that id, or of the only id that begins so; empty where there is none. */
    Optional<Run> run(String idOrPrefix);

    /** The finished cells of a run by variant, case and repeat. */
    List<Cell> cells(String runId);

    /** The cases of a run in order; empty for a run of the time before they were recorded. */
    List<RunCase> cases(String runId);

    /** The texts that a run is made from; empty for a run of the time before they were recorded. */
    List<RunSource> sources(String runId);

    /** Calls of the latest runs of a prompt on a model, those of its judges included; a bounded number of them. */
    List<PastCall> pastCalls(String prompt, ModelId model);

    /**
     * The answers of the newest runs that were scored by a metric, with those of the same runs that were not.
     *
     * @param prompt only those to this prompt, or null for all
     */
    List<ScoredAnswer> scoredAnswers(@Nullable String prompt, String metric);

    /** What the answers to a prompt, or to any where it is null, were scored by; the most frequent first. */
    List<String> scoredMetrics(@Nullable String prompt);

    /** What calls took, those of runs and those that were taken from logs. */
    CallReport metrics(CallQuery query);

    /**
     * How well prompts did of late, by the scores of the newest 500 runs of each at most.
     *
     * @param prompts a name, or a beginning of names and a star
     * @param last how many of the newest scores of each prompt are looked at, 1 or more
     */
    List<PromptQuality> quality(String prompts, String metric, int last);

    /** How well each text of a prompt in its newest 500 runs did, the text that ran first first. */
    List<PromptQuality> qualityOfTexts(String prompt, String metric);

    /** Single calls, to be found, marked and looked at. */
    CallLog calls();

    /** Keeps the history whole and small. */
    HistoryKeeper keeper();

    /**
     * Takes in calls that another program has made, all or nothing; those that are there already are left as they are.
     *
     * @return how many were new
     */
    int addLogged(List<LoggedCall> calls);

    /** Records a vote, in place of one by the same person on the same two variants and case. */
    void vote(String runId, Vote vote);

    /** Takes a vote back; nothing happens where there is none. */
    void takeBack(String runId, Vote vote);

    /** All votes on a run in the order in which they were cast. */
    List<Vote> votes(String runId);

    @Override
    void close();
}
