/** The template language: reads text into a tree in which every node keeps its place, also while the text is broken. */
@NullMarked
package dev.assay.prompt.template;

import org.jspecify.annotations.NullMarked;
