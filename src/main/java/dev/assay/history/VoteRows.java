package dev.assay.history;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Votes as rows; a pair of variants is the same one whichever of them stood on the left. */
final class VoteRows {
    private static final String SAME = " where run_id = :run_id and case_index = :case_index"
            + " and first_variant = :first_variant and second_variant = :second_variant and voter = :voter";

    private VoteRows() {}

    static void put(Handle handle, String runId, Vote vote) {
        delete(handle, runId, vote);
        key(runId, vote)
                .with("left_variant", vote.left())
                .with("choice", vote.choice().name())
                .withTime("voted_at", vote.votedAt())
                .insertInto("vote", handle);
    }

    static int delete(Handle handle, String runId, Vote vote) {
        return handle.createUpdate("delete from vote" + SAME)
                .bindMap(key(runId, vote).columns())
                .execute();
    }

    static List<Vote> ofRun(Handle handle, String runId) {
        return handle.createQuery("select * from vote where run_id = :id order by voted_at, case_index, voter")
                .bind("id", runId)
                .map((row, context) -> {
                    int left = row.getInt("left_variant");
                    int first = row.getInt("first_variant");
                    return new Vote(
                            row.getInt("case_index"),
                            left,
                            left == first ? row.getInt("second_variant") : first,
                            Vote.Choice.valueOf(row.getString("choice")),
                            row.getString("voter"),
                            Row.time(row, "voted_at"));
                })
                .list();
    }

    private static Row key(String runId, Vote vote) {
        return new Row()
                .with("run_id", runId)
                .with("case_index", vote.testCase())
                .with("first_variant", Math.min(vote.left(), vote.right()))
                .with("second_variant", Math.max(vote.left(), vote.right()))
                .with("voter", vote.voter());
    }
}
