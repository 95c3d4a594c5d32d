package dev.assay.history;

import dev.assay.judge.Score;
import dev.assay.judge.Score.Scored;
import dev.assay.judge.Score.Unscored;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Scores as rows. A missing score has no value, and its reason stands as the explanation. */
final class ScoreRows {
    private ScoreRows() {}

    static void insert(Handle handle, Row row, int index, Score score) {
        row.with("score_index", index).with("metric", score.metric()).withModelOrNull(score.judge());
        switch (score) {
            case Scored scored ->
                row.with("score_value", scored.value())
                        .with("points", scored.points())
                        .with("explanation", scored.rationale());
            case Unscored unscored -> row.with("explanation", unscored.reason()).with("raw_reply", unscored.rawReply());
        }
        row.insertInto("score", handle);
    }

    /** The judge's calls are not read here: they stand in {@link Cell#judgeCalls()}. */
    static Score read(ResultSet row) throws SQLException {
        String metric = row.getString("metric");
        Double value = row.getObject("score_value", Double.class);
        String explanation = row.getString("explanation");
        return value == null
                ? new Unscored(metric, Row.modelOrNull(row), explanation, row.getString("raw_reply"), List.of())
                : new Scored(metric, Row.modelOrNull(row), value, row.getDouble("points"), explanation, List.of());
    }
}
