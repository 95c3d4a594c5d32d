package dev.assay.ui.shell;

import dev.assay.ui.fx.Screen;
import javafx.scene.Parent;

/**
 * A place that the navigation leads to.
 *
 * @param label its name, for the user
 * @param icon Ikonli literal
 * @param root what is shown
 * @param screen hears the window's keys
 */
record Destination(String label, String icon, Parent root, Screen screen) {}
