/** Asks what becomes of a lock that keeps git from writing. */
@NullMarked
package dev.assay.ui.repository.lock;

import org.jspecify.annotations.NullMarked;
