/** The commits of a prompt: what each changed, how well each did, and the ways back to them. */
@NullMarked
package dev.assay.ui.prompts.history;

import org.jspecify.annotations.NullMarked;
