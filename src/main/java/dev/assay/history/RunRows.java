package dev.assay.history;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.assay.judge.Metric;
import dev.assay.llm.ModelId;
import dev.assay.llm.ModelParameters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Runs and their variants as rows. */
final class RunRows {
    private static final String NEWEST_FIRST = " order by started_at desc, id desc";

    private RunRows() {}

    static void insert(Handle handle, Run run) {
        ModelId judge = run.judge();
        new Row()
                .with("id", run.id())
                .with("title", run.title())
                .withTime("started_at", run.startedAt())
                .withTime("finished_at", run.finishedAt())
                .with("status", run.status().name())
                .with("dataset", run.dataset())
                .with("dataset_hash", run.datasetHash())
                .with("cases", run.cases())
                .with("repeats", run.repeats())
                .with("metrics", HistoryJson.write(run.metrics()))
                .with("measured", HistoryJson.write(run.measured()))
                .with("settings", HistoryJson.write(run.settings()))
                .with(
                        "stop_reason",
                        run.stopReason() == null ? null : run.stopReason().name())
                .with(
                        "origin_kind",
                        run.origin() == null ? null : run.origin().kind().name())
                .with("origin_run", run.origin() == null ? null : run.origin().runId())
                .with("judge_provider_name", judge == null ? null : judge.provider())
                .with("judge_request_model", judge == null ? null : judge.model())
                .insertInto("run", handle);
        for (int i = 0; i < run.variants().size(); i++) {
            insert(handle, run.id(), i, run.variants().get(i));
        }
    }

    private static void insert(Handle handle, String runId, int index, RunVariant variant) {
        new Row()
                .with("run_id", runId)
                .with("variant_index", index)
                .with("label", variant.label())
                .with("prompt", variant.prompt())
                .with("revision", variant.revision())
                .with("blob_id", variant.blobId())
                .withModel(variant.model())
                .with("parameters", HistoryJson.write(variant.parameters()))
                .insertInto("run_variant", handle);
    }

    /** Returns whether there is such a run. */
    static boolean setStatus(
            Handle handle, String runId, RunStatus status, @Nullable StopReason reason, @Nullable Instant finishedAt) {
        return handle.createUpdate("update run set status = :status, stop_reason = :stop_reason,"
                                + " finished_at = :finished_at where id = :id")
                        .bindMap(new Row()
                                .with("status", status.name())
                                .with("stop_reason", reason == null ? null : reason.name())
                                .withTime("finished_at", finishedAt)
                                .with("id", runId)
                                .columns())
                        .execute()
                > 0;
    }

    static List<Run> newest(Handle handle, int limit) {
        return handle.createQuery("select * from run" + NEWEST_FIRST + " fetch first :limit rows only")
                .bind("limit", limit)
                .map((row, context) -> read(handle, row))
                .list();
    }

    static Optional<Run> byId(Handle handle, String id) {
        return handle.createQuery("select * from run where id = :id")
                .bind("id", id)
                .map((row, context) -> read(handle, row))
                .findOne();
    }

    /** The ids that begin so, newest first. */
    static List<String> idsBeginning(Handle handle, String prefix, int limit) {
        return handle.createQuery("select id from run where substring(id from 1 for :length) = :prefix" + NEWEST_FIRST
                        + " fetch first :limit rows only")
                .bind("length", prefix.length())
                .bind("prefix", prefix)
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }

    private static Run read(Handle handle, ResultSet row) throws SQLException {
        String judge = row.getString("judge_provider_name");
        String id = row.getString("id");
        String reason = row.getString("stop_reason");
        String settings = row.getString("settings");
        String origin = row.getString("origin_kind");
        return new Run(
                id,
                row.getString("title"),
                Row.time(row, "started_at"),
                Row.timeOrNull(row, "finished_at"),
                RunStatus.valueOf(row.getString("status")),
                reason == null ? null : StopReason.valueOf(reason),
                variants(handle, id),
                row.getString("dataset"),
                row.getString("dataset_hash"),
                row.getInt("cases"),
                row.getInt("repeats"),
                measured(row),
                judge == null ? null : new ModelId(judge, row.getString("judge_request_model")),
                settings == null ? RunSettings.UNKNOWN : HistoryJson.read(settings, new TypeReference<>() {}),
                origin == null ? null : new RunOrigin(RunOrigin.Kind.valueOf(origin), row.getString("origin_run")));
    }

    /** An older run has the names only. */
    private static List<Metric> measured(ResultSet row) throws SQLException {
        String measured = row.getString("measured");
        if (measured != null) {
            return HistoryJson.read(measured, new TypeReference<List<Metric>>() {});
        }
        return HistoryJson.read(row.getString("metrics"), new TypeReference<List<String>>() {}).stream()
                .map(Metric::of)
                .toList();
    }

    private static List<RunVariant> variants(Handle handle, String runId) {
        return handle.createQuery("select * from run_variant where run_id = :id order by variant_index")
                .bind("id", runId)
                .map((row, context) -> new RunVariant(
                        row.getString("label"),
                        row.getString("prompt"),
                        row.getString("revision"),
                        row.getString("blob_id"),
                        Row.model(row),
                        HistoryJson.read(row.getString("parameters"), new TypeReference<ModelParameters>() {})))
                .list();
    }
}
