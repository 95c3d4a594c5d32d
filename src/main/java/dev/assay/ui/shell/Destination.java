package dev.assay.ui.shell;

/**
 * A place that the navigation leads to.
 *
 * @param label its name, for the user
 * @param icon Ikonli literal
 * @param view what is shown
 */
record Destination(String label, String icon, LazyView view) {}
