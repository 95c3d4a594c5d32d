package dev.assay.ui.repository.cloning;

import dev.assay.registry.remote.Cloned;
import dev.assay.registry.remote.transport.Progress;
import java.nio.file.Path;

/** Makes a workspace out of a remote; slow. */
@FunctionalInterface
interface Cloning {
    /** Clones the repository at an address into a folder that is absent or empty. */
    Cloned run(String url, Path folder, Progress progress);
}
