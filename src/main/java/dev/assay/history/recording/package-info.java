/** The door through which every call goes that leaves a record: what it cost, how it ended, and where it is kept. */
@NullMarked
package dev.assay.history.recording;

import org.jspecify.annotations.NullMarked;
