/** What a stranger's repository may hold, and every command run over it. */
@NullMarked
package dev.assay.cli.hostile;

import org.jspecify.annotations.NullMarked;
