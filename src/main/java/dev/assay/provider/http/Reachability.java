package dev.assay.provider.http;

import java.util.List;

/** Whether a provider can be used, as far as one question tells. Never holds a key. */
public sealed interface Reachability {

    /**
     * It answered and took the key.
     *
     * @param models the models it says it serves; empty where it does not say
     */
    record Reached(List<String> models) implements Reachability {
        public Reached {
            models = List.copyOf(models);
        }
    }

    /**
     * It was not asked, as its key is nowhere.
     *
     * @param variable the name of the key
     * @param mend what is wrong and the mend, on one line
     */
    record KeyMissing(String variable, String mend) implements Reachability {}

    /**
     * It answered, but not as hoped, or it did not answer.
     *
     * @param reason what was wrong and the mend, on one line
     */
    record Failed(String reason) implements Reachability {}
}
