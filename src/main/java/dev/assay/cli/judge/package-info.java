/** Commands about judges: how they read replies, what kinds there are, and whether one can be talked round. */
@NullMarked
package dev.assay.cli.judge;

import org.jspecify.annotations.NullMarked;
