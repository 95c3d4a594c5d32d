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
    private static final String RANKED = "select variant.run_id, variant.variant_index, variant.prompt,"
            + " variant.blob_id, variant.revision, run.started_at,"
            + " dense_rank() over (partition by variant.prompt order by run.started_at desc, run.id) age"
            + " from run_variant variant join run on run.id = variant.run_id"
            + " where variant.prompt like :prompts escape '!'";

    private static final String SCORES = " join score on score.run_id = variant.run_id"
            + " and score.variant_index = variant.variant_index"
            + " where variant.age <= :runs and score.metric = :metric and score.score_value is not null";

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
                        + " score.repeat_index) place from (" + RANKED + ") variant" + SCORES
                        + ") newest where place <= :last group by prompt order by prompt")
                .bind("metric", metric)
                .bind("prompts", pattern(prompts))
                .bind("runs", RUNS)
                .bind("last", last)
                .map((row, context) -> quality(row))
                .list();
    }

    /** The mean of each text of a prompt that is in its newest {@value #RUNS} runs, the text that ran first first. */
    static List<PromptQuality> byText(Handle handle, String prompt, String metric) {
        return handle.createQuery("select variant.prompt, variant.blob_id, max(variant.revision) revision,"
                        + " avg(score.score_value) mean, count(*) answers, min(variant.started_at) since from ("
                        + RANKED
                        + ") variant" + SCORES + " group by variant.prompt, variant.blob_id"
                        + " order by min(variant.started_at), variant.blob_id")
                .bind("metric", metric)
                .bind("prompts", escaped(prompt))
                .bind("runs", RUNS)
                .map((row, context) -> quality(row))
                .list();
    }

    private static String pattern(String prompts) {
        return prompts.endsWith("*") ? escaped(prompts.substring(0, prompts.length() - 1)) + "%" : escaped(prompts);
    }

    private static String escaped(String text) {
        return text.replaceAll("([!%_])", "!$1");
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
