/** Which model is asked for what, as the workspace says. */
@NullMarked
package dev.assay.settings.routing;

import org.jspecify.annotations.NullMarked;
