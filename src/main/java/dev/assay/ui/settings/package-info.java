/** The settings screen: providers with their keys, limits and prices. */
@NullMarked
package dev.assay.ui.settings;

import org.jspecify.annotations.NullMarked;
