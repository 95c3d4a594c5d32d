/** Finds where in the YAML of front matter a place lies, while it is being typed. */
@NullMarked
package dev.assay.prompt.assist.completion.yaml;

import org.jspecify.annotations.NullMarked;
