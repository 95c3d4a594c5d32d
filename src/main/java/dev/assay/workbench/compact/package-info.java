/** Makes prompts of a workspace shorter, tells what that saves, and holds it against the original. */
@NullMarked
package dev.assay.workbench.compact;

import org.jspecify.annotations.NullMarked;
