/** What this program has sent to other machines, as far as host, purpose and amount go; never what was said. */
@NullMarked
package dev.assay.llm.outbound;

import org.jspecify.annotations.NullMarked;
