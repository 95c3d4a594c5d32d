package dev.assay.experiment;

import dev.assay.history.CellKey;
import dev.assay.llm.CallWait;
import dev.assay.llm.ChatListener;

/** Tells a run's listener what is heard of the calls of one cell. */
record CellListener(CellKey key, RunListener run) implements ChatListener {

    @Override
    public void onText(String delta) {
        run.textArrived(key, delta);
    }

    @Override
    public void onWait(CallWait wait) {
        run.waiting(key, wait);
    }

    @Override
    public void onWaitOver() {
        run.waitOver(key);
    }

    /** Of a judge's calls their waits alone are told: their text is not the cell's. */
    ChatListener ofJudges() {
        return new ChatListener() {
            @Override
            public void onText(String delta) {}

            @Override
            public void onWait(CallWait wait) {
                CellListener.this.onWait(wait);
            }

            @Override
            public void onWaitOver() {
                CellListener.this.onWaitOver();
            }
        };
    }
}
