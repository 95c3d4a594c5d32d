/** Reads the replies of judges, and leaves unread what is not plain. */
@NullMarked
package dev.assay.judge.reply;

import org.jspecify.annotations.NullMarked;
