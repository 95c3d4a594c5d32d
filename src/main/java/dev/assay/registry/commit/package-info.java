/** Turns changes of the working copy into commits. */
@NullMarked
package dev.assay.registry.commit;

import org.jspecify.annotations.NullMarked;
