package dev.assay.ui.shell;

import dev.assay.experiment.Comparison;
import dev.assay.history.Vote;
import dev.assay.llm.InputException;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.voting.VotingBench;
import dev.assay.workbench.Workbench;
import java.util.List;

/** Votes in the history of a workspace, cast by whom git is configured for. */
record VotesOfWorkspace(Workbench workbench) implements VotingBench {

    @Override
    public Comparison comparison(String runId) {
        return workbench.comparison(runId);
    }

    @Override
    public List<Vote> votes(String runId) {
        return workbench.history().votes(runId);
    }

    @Override
    public void vote(String runId, Vote vote) {
        workbench.history().vote(runId, vote);
    }

    @Override
    public void takeBack(String runId, Vote vote) {
        workbench.history().takeBack(runId, vote);
    }

    @Override
    public String voter() {
        return workbench
                .registry()
                .configuredAuthor()
                .map(author -> author.name() + " <" + author.email() + ">")
                .orElseThrow(() -> new InputException(Messages.get("voting.nobody")));
    }
}
