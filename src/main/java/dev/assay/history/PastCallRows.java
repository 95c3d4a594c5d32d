package dev.assay.history;

import dev.assay.llm.CacheStatus;
import dev.assay.llm.ModelId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads earlier calls for what they foretell. */
final class PastCallRows {
    /** Older runs say less of the prompt as it is now, and a bound keeps the question quick. */
    private static final int RUNS = 5;

    private static final int CALLS = 2000;

    private PastCallRows() {}

    static List<PastCall> of(Handle handle, String prompt, ModelId model) {
        return handle.createQuery("select call.* from (select variant.run_id, variant.variant_index from run_variant"
                        + " variant join run on run.id = variant.run_id where variant.prompt = :prompt"
                        + " and variant.provider_name = :provider and variant.request_model = :model"
                        + " order by run.started_at desc fetch first :runs rows only) recent"
                        + " join (select run_id, variant_index, operation_name, provider_name, request_model,"
                        + " input_tokens, output_tokens, latency_ms, cache_status from invocation) call"
                        + " on call.run_id = recent.run_id and call.variant_index = recent.variant_index"
                        + " where call.input_tokens is not null and call.output_tokens is not null"
                        + " and (call.cache_status is null or call.cache_status = :none)"
                        + " fetch first :calls rows only")
                .bind("prompt", prompt)
                .bind("provider", model.provider())
                .bind("model", model.model())
                .bind("runs", RUNS)
                .bind("calls", CALLS)
                .bind("none", CacheStatus.NONE.name().toLowerCase(Locale.ROOT))
                .map((row, context) -> new PastCall(
                        Operation.valueOf(row.getString("operation_name").toUpperCase(Locale.ROOT)),
                        Row.model(row),
                        row.getLong("input_tokens"),
                        row.getLong("output_tokens"),
                        millis(row.getBigDecimal("latency_ms"))))
                .list();
    }

    private static @Nullable Double millis(@Nullable BigDecimal column) {
        return column == null ? null : Double.valueOf(column.doubleValue());
    }
}
