package dev.assay.history;

import dev.assay.history.metrics.PromptQuality;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Reads how well prompts did. */
final class QualityRows {
    private static final int RUNS = 500;

    /** Variants with the place of their run among those of the prompt, the newest first, from 1. */
    private static final String RANKED = "select variant.run_id, variant.variant_index, variant.prompt, run.started_at,"
            + " dense_rank() over (partition by variant.prompt order by run.started_at desc, run.id) age"
            + " from run_variant variant join run on run.id = variant.run_id"
            + " where variant.prompt like :prompts escape '!'";

    private QualityRows() {}

    /**
     * The mean of the newest scores of each prompt, of those in its newest {@value #RUNS} runs; a star at the end stands for
     * any ending. So it reads no more of a long history than of a short one, as is asked for again and again.
     */
    static List<PromptQuality> newest(Handle handle, String prompts, String metric, int last) {
        return handle.createQuery("select prompt, '' blob_id, cast(null as varchar) revision, avg(score_value) mean,"
                        + " count(*) answers, min(started_at) since from (select variant.prompt, score.score_value,"
                        + " variant.started_at, row_number() over (partition by variant.prompt order by"
                        + " variant.started_at desc, variant.run_id, score.variant_index, score.case_index,"
                        + " score.repeat_index) place from (" + RANKED + ") variant"
                        + " join score on score.run_id = variant.run_id and score.variant_index = variant.variant_index"
                        + " where variant.age <= :runs and score.metric = :metric and score.score_value is not null)"
                        + " newest where place <= :last group by prompt order by prompt")
                .bind("metric", metric)
                .bind("prompts", pattern(prompts))
                .bind("runs", RUNS)
                .bind("last", last)
                .map((row, context) -> quality(row))
                .list();
    }

    /** The mean of each text of a prompt, the text that ran first first. */
    static List<PromptQuality> byText(Handle handle, String prompt, String metric) {
        return handle.createQuery("select variant.prompt, variant.blob_id, max(variant.revision) revision,"
                        + " avg(score.score_value) mean, count(*) answers, min(run.started_at) since from score"
                        + " join run on run.id = score.run_id join run_variant variant on variant.run_id = score.run_id"
                        + " and variant.variant_index = score.variant_index where score.metric = :metric"
                        + " and score.score_value is not null and variant.prompt = :prompt group by variant.prompt, variant.blob_id"
                        + " order by min(run.started_at), variant.blob_id")
                .bind("metric", metric)
                .bind("prompt", prompt)
                .map((row, context) -> quality(row))
                .list();
    }

    private static String pattern(String prompts) {
        String escaped = prompts.replaceAll("([!%_])", "!$1");
        return escaped.endsWith("*") ? escaped.substring(0, escaped.length() - 1) + "%" : escaped;
    }

    private static PromptQuality quality(ResultSet row) throws SQLException {
        return new PromptQuality(
                row.getString("prompt"),
                row.getString("blob_id"),
                row.getString("revision"),
                row.getDouble("mean"),
                row.getLong("answers"),
                Row.time(row, "since"));
    }
}
