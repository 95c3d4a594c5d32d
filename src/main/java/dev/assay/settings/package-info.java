/** What the user configures: providers and their keys, and where things lie on disk. */
@NullMarked
package dev.assay.settings;

import org.jspecify.annotations.NullMarked;
