/** How well prompts must do, as the workspace says. */
@NullMarked
package dev.assay.settings.quality;

import org.jspecify.annotations.NullMarked;
