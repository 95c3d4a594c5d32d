/** Shows what can be made shorter in the open prompt, and what that saves. */
@NullMarked
package dev.assay.ui.prompts.compact;

import org.jspecify.annotations.NullMarked;
