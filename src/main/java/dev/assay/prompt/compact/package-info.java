/** Makes prompts shorter by rules that leave code, tables, data, examples and tags as they are. */
@NullMarked
package dev.assay.prompt.compact;

import org.jspecify.annotations.NullMarked;
