/** The dialog on branches, tags and stashes, and on what differs between them and the current commit. */
@NullMarked
package dev.assay.ui.repository.refs;

import org.jspecify.annotations.NullMarked;
