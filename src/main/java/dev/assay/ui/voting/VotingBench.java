package dev.assay.ui.voting;

import dev.assay.experiment.Comparison;
import dev.assay.history.Vote;
import java.util.List;

/** What voting needs of a workspace; all of it may be slow and throw {@link dev.assay.llm.AssayException}. */
public interface VotingBench {
    /** What history holds of a run. */
    Comparison comparison(String runId);

    /** The votes on a run, of everybody, in the order in which they were cast. */
    List<Vote> votes(String runId);

    /** Records a vote. */
    void vote(String runId, Vote vote);

    /** Takes a vote back. */
    void takeBack(String runId, Vote vote);

    /** Who votes: the author that git is configured with; throws {@link dev.assay.llm.InputException} where none is. */
    String voter();
}
