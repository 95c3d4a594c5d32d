package dev.assay.workbench;

import dev.assay.llm.ModelId;
import dev.assay.provider.offline.OfflineProvider;
import java.util.List;

/** Who judges where the user names nobody. */
public final class DefaultJudge {
    private DefaultJudge() {}

    /**
     * The first variant's model, since no other provider's key is used unasked; the more thorough one for offline
     * models.
     *
     * @param variants the models that are compared, at least one
     */
    public static ModelId of(List<ModelId> variants) {
        ModelId first = variants.getFirst();
        return first.provider().equals(OfflineProvider.NAME) ? new ModelId(OfflineProvider.NAME, "thorough") : first;
    }
}
