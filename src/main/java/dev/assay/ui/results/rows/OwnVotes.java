package dev.assay.ui.results.rows;

import dev.assay.history.Vote;
import dev.assay.ui.fx.Tasks;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Keeps the grid told of what the user has voted on. */
public final class OwnVotes {
    private final ResultsViewModel results;
    private final Tasks tasks;
    private final Function<String, List<Vote>> votes;

    private OwnVotes(ResultsViewModel results, Tasks tasks, Function<String, List<Vote>> votes) {
        this.results = results;
        this.tasks = tasks;
        this.votes = votes;
    }

    /** @param votes the user's own on a run; slow */
    public static void follow(ResultsViewModel results, Tasks tasks, Function<String, List<Vote>> votes) {
        var own = new OwnVotes(results, tasks, votes);
        results.runIdProperty().subscribe(run -> own.look());
        results.onVoted(own::look);
    }

    private void look() {
        String run = results.runIdProperty().get();
        if (run != null) {
            tasks.run(
                    () -> votes.apply(run),
                    own -> {
                        if (Objects.equals(run, results.runIdProperty().get())) {
                            results.take(own);
                        }
                    },
                    failure -> results.take(List.of()));
        }
    }
}
