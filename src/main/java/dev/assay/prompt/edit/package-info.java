/** Changes single settings in the text of a prompt file and leaves everything around them as it is written. */
@NullMarked
package dev.assay.prompt.edit;

import org.jspecify.annotations.NullMarked;
