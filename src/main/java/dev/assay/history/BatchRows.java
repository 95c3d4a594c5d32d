package dev.assay.history;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The batches of runs as rows. */
final class BatchRows {
    private BatchRows() {}

    static void insert(Handle handle, String runId, RunBatch batch) {
        new Row()
                .with("run_id", runId)
                .with("batch_id", batch.id())
                .withModel(batch.model())
                .withTime("sent_at", batch.sentAt())
                .with("cells", HistoryJson.write(batch.cells()))
                .with("collected", batch.collected())
                .insertInto("run_batch", handle);
    }

    static void collected(Handle handle, String runId, String id) {
        handle.createUpdate("update run_batch set collected = true where run_id = :run and batch_id = :id")
                .bind("run", runId)
                .bind("id", id)
                .execute();
    }

    static List<RunBatch> ofRun(Handle handle, String runId) {
        return handle.createQuery("select * from run_batch where run_id = :id order by sent_at, batch_id")
                .bind("id", runId)
                .map((row, context) -> new RunBatch(
                        row.getString("batch_id"),
                        Row.model(row),
                        Row.time(row, "sent_at"),
                        HistoryJson.read(row.getString("cells"), new TypeReference<List<CellKey>>() {}),
                        row.getBoolean("collected")))
                .list();
    }
}
