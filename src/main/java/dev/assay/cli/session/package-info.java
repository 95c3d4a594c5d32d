/** What a command works with: the terminal, the workspace asked for, the window's door and the user's Ctrl-C. */
@NullMarked
package dev.assay.cli.session;

import org.jspecify.annotations.NullMarked;
