package dev.assay.history;

import dev.assay.history.metrics.ScoredAnswer;
import dev.assay.llm.ModelId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads earlier answers with their scores, without their texts. */
final class ScoredRows {
    /** Older runs say less of models as they are now, and a bound keeps the question quick. */
    private static final int RUNS = 500;

    private static final String NEWEST = " in (select variant.run_id from run_variant variant join run on run.id ="
            + " variant.run_id where cast(:prompt as varchar) is null or variant.prompt = :prompt"
            + " group by variant.run_id order by max(run.started_at) desc fetch first " + RUNS + " rows only)";

    private ScoredRows() {}

    /** What was scored, the most often scored first. */
    static List<String> metrics(Handle handle, @Nullable String prompt) {
        return handle.createQuery("select metric from score where score_value is not null and run_id" + NEWEST
                        + " group by metric order by count(*) desc, metric")
                .bind("prompt", prompt)
                .mapTo(String.class)
                .list();
    }

    static List<ScoredAnswer> of(Handle handle, @Nullable String prompt, String metric) {
        return handle.createQuery("select variant.provider_name, variant.request_model, variant.blob_id,"
                        + " run.dataset_hash, call.case_index, run.judge_provider_name, run.judge_request_model,"
                        + " call.outcome, score.score_value, call.cost_usd, call.saved_usd, call.cache_status,"
                        + " call.latency_ms from invocation call"
                        + " join run on run.id = call.run_id"
                        + " join run_variant variant on variant.run_id = call.run_id"
                        + " and variant.variant_index = call.variant_index"
                        + " left join score on score.run_id = call.run_id"
                        + " and score.variant_index = call.variant_index and score.case_index = call.case_index"
                        + " and score.repeat_index = call.repeat_index and score.metric = :metric"
                        + " where call.call_index = 0 and call.outcome <> 'cancelled'"
                        + " and (cast(:prompt as varchar) is null or variant.prompt = :prompt)"
                        + " and call.run_id in (select run_id from score where metric = :metric)"
                        + " and call.run_id" + NEWEST)
                .bind("prompt", prompt)
                .bind("metric", metric)
                .map((row, context) -> answer(row))
                .list();
    }

    private static ScoredAnswer answer(ResultSet row) throws SQLException {
        String cache = row.getString("cache_status");
        boolean called = cache == null || cache.equals("none");
        String judge = row.getString("judge_provider_name");
        BigDecimal millis = row.getBigDecimal("latency_ms");
        return new ScoredAnswer(
                Row.model(row),
                row.getString("blob_id"),
                row.getString("dataset_hash"),
                row.getInt("case_index"),
                judge == null ? null : new ModelId(judge, row.getString("judge_request_model")),
                !row.getString("outcome").equals("completed"),
                row.getObject("score_value", Double.class),
                row.getBigDecimal(called ? "cost_usd" : "saved_usd"),
                called && millis != null ? millis.doubleValue() : null);
    }
}
