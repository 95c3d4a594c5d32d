package dev.assay.history;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The cases of a run and the texts that it is made from, as rows. */
final class RunTextRows {
    private RunTextRows() {}

    static void insertCases(Handle handle, String runId, List<RunCase> cases) {
        if (cases.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch("insert into run_case"
                + " (run_id, case_index, inputs, expected, line, tags, cluster)"
                + " values (:run_id, :case_index, :inputs, :expected, :line, :tags, :cluster)");
        for (RunCase one : cases) {
            batch.bindMap(new Row()
                            .with("run_id", runId)
                            .with("case_index", one.index())
                            .with("inputs", HistoryJson.write(one.inputs()))
                            .with("expected", one.expected())
                            .with("line", one.line())
                            .with("tags", HistoryJson.write(one.tags()))
                            .with("cluster", one.cluster())
                            .columns())
                    .add();
        }
        batch.execute();
    }

    static void insertSources(Handle handle, String runId, List<RunSource> sources) {
        for (RunSource source : sources) {
            new Row()
                    .with("run_id", runId)
                    .with("variant_index", source.variant())
                    .with("kind", source.kind().name())
                    .with("name", source.name())
                    .with("content", source.text())
                    .insertInto("run_source", handle);
        }
    }

    static List<RunCase> cases(Handle handle, String runId) {
        return handle.createQuery("select * from run_case where run_id = :id order by case_index")
                .bind("id", runId)
                .map((row, context) -> new RunCase(
                        row.getInt("case_index"),
                        HistoryJson.read(row.getString("inputs"), new TypeReference<Map<String, Object>>() {}),
                        row.getString("expected"),
                        row.getInt("line"),
                        HistoryJson.read(row.getString("tags"), new TypeReference<List<String>>() {}),
                        row.getString("cluster")))
                .list();
    }

    static List<RunSource> sources(Handle handle, String runId) {
        return handle.createQuery("select * from run_source where run_id = :id order by variant_index, kind, name")
                .bind("id", runId)
                .map((row, context) -> new RunSource(
                        row.getInt("variant_index"),
                        RunSource.Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("content")))
                .list();
    }
}
