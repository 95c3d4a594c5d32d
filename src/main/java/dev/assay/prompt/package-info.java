/** Reads {@code .prompt} files and renders them to messages; every part of a template keeps its position. */
@NullMarked
package dev.assay.prompt;

import org.jspecify.annotations.NullMarked;
