package dev.assay.ui.monitoring;

import dev.assay.history.metrics.GroupBy;

/**
 * Calls that the screen looks at alone.
 *
 * @param by what they have in common
 * @param name how that is called
 */
record Focus(GroupBy by, String name) {}
