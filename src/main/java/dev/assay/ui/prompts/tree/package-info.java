/** The prompts of a workspace as a tree: find, open and make them. */
@NullMarked
package dev.assay.ui.prompts.tree;

import org.jspecify.annotations.NullMarked;
