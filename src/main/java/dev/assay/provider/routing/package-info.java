/** Finds the model for a request by the routes of the workspace. */
@NullMarked
package dev.assay.provider.routing;

import org.jspecify.annotations.NullMarked;
