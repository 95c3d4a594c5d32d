/** How much may be spent in a time, as the workspace says. */
@NullMarked
package dev.assay.settings.budget;

import org.jspecify.annotations.NullMarked;
