package dev.assay.ui.shell;

import dev.assay.history.Vote;
import dev.assay.judge.Metric;
import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.ui.compare.CompareViewModel;
import dev.assay.ui.fx.Tasks;
import dev.assay.ui.runs.RunActions;
import dev.assay.ui.voting.VotingDialog;
import dev.assay.ui.voting.VotingViewModel;
import dev.assay.workbench.Workbench;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Makes runs from earlier ones on the screen where runs are made.
 *
 * @param show brings that screen to the front
 */
record RunsAgain(Workbench workbench, CompareViewModel compare, Tasks tasks, Runnable show) implements RunActions {

    @Override
    public void resume(String runId, boolean failedToo) {
        compare.resume(runId, failedToo);
        show.run();
    }

    @Override
    public void rejudge(String runId, List<Metric> metrics, @Nullable ModelId judge) {
        compare.rejudge(runId, metrics, judge);
        show.run();
    }

    @Override
    public void replay(String runId) {
        compare.replay(runId);
        show.run();
    }

    @Override
    public void vote(String runId, Window owner) {
        VotingDialog.show(
                owner,
                new VotingViewModel(
                        runId, new VotesOfWorkspace(workbench), tasks, InstantSource.system(), new SecureRandom()));
    }

    /** The user's own votes on a run; none where git does not say who that is. */
    List<Vote> ownVotes(String runId) {
        var votes = new VotesOfWorkspace(workbench);
        try {
            String voter = votes.voter();
            return votes.votes(runId).stream()
                    .filter(vote -> vote.voter().equals(voter))
                    .toList();
        } catch (InputException e) {
            return List.of();
        }
    }

    @Override
    public JudgeOffer judges() {
        return new JudgeOffer(workbench.models(), workbench.judges().usable());
    }
}
