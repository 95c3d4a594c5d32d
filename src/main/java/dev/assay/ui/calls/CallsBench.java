package dev.assay.ui.calls;

import dev.assay.experiment.TestCase;
import dev.assay.experiment.dataset.DatasetChange;
import dev.assay.experiment.dataset.NewCase;
import dev.assay.history.CallLog;
import dev.assay.history.RecordedCall;
import dev.assay.history.keeping.HistoryKeeper;
import dev.assay.workbench.Workbench;
import java.util.List;
import java.util.Optional;

/** What this screen needs of a workspace; all of it may be slow and throw {@link dev.assay.llm.AssayException}. */
public interface CallsBench {
    /** The calls. */
    CallLog calls();

    /** What keeps their file. */
    HistoryKeeper keeper();

    /** The case that a call was made for; empty where its run did not keep it. */
    Optional<TestCase> testCase(RecordedCall.Place place);

    /** Names of the datasets. */
    List<String> datasets();

    /**
     * Adds a case after the last one of a dataset.
     *
     * @return its place, from 1
     */
    int addCase(String dataset, NewCase added);

    /** The bench of an open workspace. */
    static CallsBench of(Workbench workbench) {
        return new CallsBench() {
            @Override
            public CallLog calls() {
                return workbench.history().calls();
            }

            @Override
            public HistoryKeeper keeper() {
                return workbench.history().keeper();
            }

            @Override
            public Optional<TestCase> testCase(RecordedCall.Place place) {
                return workbench.cases(place.runId()).stream()
                        .filter(one -> one.index() == place.cell().testCase())
                        .findFirst();
            }

            @Override
            public List<String> datasets() {
                return workbench.datasets();
            }

            @Override
            public int addCase(String dataset, NewCase added) {
                return DatasetChange.add(workbench.datasetFile(dataset), dataset, added);
            }
        };
    }
}
