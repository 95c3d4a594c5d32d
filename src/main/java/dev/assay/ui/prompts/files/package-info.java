/** What can be done to the file of a prompt from the tree: rename, duplicate, delete, restore. */
@NullMarked
package dev.assay.ui.prompts.files;

import org.jspecify.annotations.NullMarked;
