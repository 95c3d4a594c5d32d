package dev.assay.experiment;

import dev.assay.experiment.Plan.PlannedCell;
import dev.assay.history.Cell;
import dev.assay.history.Outcome;
import dev.assay.history.Run;
import dev.assay.history.RunBatch;
import dev.assay.history.recording.CallRecorder;
import dev.assay.llm.BatchState;
import dev.assay.llm.ChatBatches;
import dev.assay.llm.ChatBatches.Item;
import dev.assay.llm.ChatBatches.Result;
import dev.assay.llm.Latency;
import dev.assay.llm.LlmException;
import dev.assay.llm.ModelId;
import dev.assay.llm.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cells of a run of which some are answered in batches: those come once the provider has answered them, each
 * recorded as soon as its line of the results is read. Used by one thread, which asks and waits in between.
 */
final class BatchedCells implements CellSource {
    private static final Logger LOG = LoggerFactory.getLogger(BatchedCells.class);

    private final RunBatches batches;
    private final Run run;
    private final RunListener listener;
    private final Function<Cell, Boolean> answered;
    private final Turns turns;
    private final List<OpenBatch> open = new ArrayList<>();
    private Duration wait;
    private boolean asked;

    /**
     * The cells of a run.
     *
     * @param turns those that can be worked on
     * @param answered takes an answer, or a failure, that is recorded; returns whether it is to be judged
     */
    BatchedCells(RunBatches batches, Run run, Turns turns, RunListener listener, Function<Cell, Boolean> answered) {
        this.batches = batches;
        this.run = run;
        this.turns = turns;
        this.listener = listener;
        this.answered = answered;
        this.wait = batches.pace().first();
    }

    /**
     * Sends what is to be sent; each batch is recorded before the next one goes.
     *
     * @throws LlmException where a provider does not take one
     */
    void send(BatchShare share) {
        share.sent().forEach((batch, cells) -> opened(new OpenBatch(batch, batches.of(batch.model()), cells)));
        share.toSend().forEach((model, cells) -> {
            ChatBatches provider = batches.of(model);
            var byId = cells.stream().collect(Collectors.toMap(cell -> OpenBatch.id(cell.key()), Function.identity()));
            for (List<Item> part :
                    provider.cut(cells.stream().map(OpenBatch::item).toList())) {
                send(
                        model,
                        provider,
                        part,
                        part.stream().map(item -> byId.get(item.id())).toList());
            }
        });
    }

    private void send(ModelId model, ChatBatches provider, List<Item> items, List<PlannedCell> cells) {
        Instant sentAt = batches.ids().now();
        String id = provider.submit(items);
        var batch = new RunBatch(
                id, model, sentAt, cells.stream().map(PlannedCell::key).toList(), false);
        try {
            batches.history().batchSent(run.id(), batch);
        } catch (StorageException e) {
            cancelUnrecorded(provider, batch, e);
            throw e;
        }
        LOG.info("Run {} has sent batch {} of {} requests to {}", run.id(), id, cells.size(), model);
        opened(new OpenBatch(batch, provider, cells));
    }

    /** Nobody would find it again, and it is paid for. */
    private static void cancelUnrecorded(ChatBatches provider, RunBatch batch, StorageException failure) {
        try {
            provider.cancel(batch.model(), batch.id());
        } catch (LlmException e) {
            failure.addSuppressed(e);
        }
    }

    private void opened(OpenBatch batch) {
        open.add(batch);
        turns.expect(batch.waiting());
        batch.waiting().forEach(cell -> listener.cellStarted(cell.key()));
        listener.batch(batch.progress(null, null));
    }

    @Override
    public @Nullable PlannedCell next() throws InterruptedException {
        PlannedCell next = turns.next();
        while (next == null && !open.isEmpty()) {
            if (asked) {
                await();
            }
            askAll();
            next = turns.next();
        }
        return next;
    }

    private void await() throws InterruptedException {
        batches.history().rest(run.id());
        batches.pace().pause().sleep(wait);
        wait = batches.pace().after(wait);
    }

    private void askAll() {
        asked = true;
        for (OpenBatch batch : List.copyOf(open)) {
            try {
                ask(batch);
                batch.understood();
            } catch (LlmException e) {
                if (!e.isRetriable() || batch.isGarbled(e)) {
                    throw e;
                }
                LOG.warn("Batch {} could not be asked for: {}", batch.batch().id(), e.getMessage());
                listener.batch(batch.progress(wait, e.getMessage()));
            }
        }
    }

    private void ask(OpenBatch batch) {
        BatchState state = batch.ask(batches.ids().now());
        switch (state) {
            case BatchState.UnderWay underWay -> listener.batch(batch.progress(wait, null));
            case BatchState.Refused refused -> {
                listener.batch(batch.progress(null, null));
                close(batch, "the provider refused the batch: " + refused.reason());
            }
            case BatchState.Ended ended -> {
                listener.batch(batch.progress(null, null));
                batch.provider()
                        .results(
                                batch.batch().model(),
                                batch.batch().id(),
                                batch.waiting().stream().map(OpenBatch::item).toList(),
                                result -> take(batch, result));
                close(batch, "the batch ended (" + ended.word() + ") without an answer to the request");
            }
        }
    }

    /** What nothing was said of has failed, so that it can be sent again. */
    private void close(OpenBatch batch, String reason) {
        ModelId model = batch.batch().model();
        for (PlannedCell cell : batch.waiting()) {
            take(
                    batch,
                    new Result.Failed(
                            OpenBatch.id(cell.key()),
                            new LlmException.Unanswered(
                                    model + ": " + reason + ". Send it again with --retry-errors",
                                    LlmException.Detail.of(model))));
        }
        batches.history().batchCollected(run.id(), batch.batch().id());
        open.remove(batch);
        turns.collected(open.stream().flatMap(other -> other.waiting().stream()).toList());
    }

    private void take(OpenBatch batch, Result result) {
        PlannedCell planned = batch.arrived(result.id());
        if (planned == null) {
            return;
        }
        Instant sentAt = batch.batch().sentAt();
        Duration queued = Duration.between(sentAt, batches.ids().now());
        Outcome outcome = switch (result) {
            case Result.Answered answer ->
                new Outcome.Completed(answer.response().withLatency(new Latency(queued, null, null, null)));
            case Result.Failed failed -> CallRecorder.failed(failed.failure(), queued);
        };
        var cell = new Cell(
                planned.key(),
                planned.testCase().inputs(),
                planned.testCase().expected(),
                batches.recorder()
                        .inBatch(
                                batches.ids().invocationId(),
                                sentAt,
                                planned.request().whole(),
                                outcome,
                                batch.batch().id()),
                List.of(),
                List.of());
        batches.history().append(run.id(), cell);
        if (answered.apply(cell)) {
            turns.add(new PlannedCell(planned.key(), planned.testCase(), planned.request(), cell));
        }
    }
}
