/** Commands about votes: bring them in from a file, and see what they say. */
@NullMarked
package dev.assay.cli.votes;

import org.jspecify.annotations.NullMarked;
