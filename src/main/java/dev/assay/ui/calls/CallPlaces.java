package dev.assay.ui.calls;

import java.util.Map;

/** Where a call leads to, on other screens. */
public interface CallPlaces {
    /** Opens a prompt in the editor, with these values in its form; none where they are not known. */
    void prompt(String name, Map<String, Object> inputs);

    /** Shows a run. */
    void run(String runId);
}
