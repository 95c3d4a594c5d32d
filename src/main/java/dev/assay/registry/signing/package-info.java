/** Signs commits and tags with the programs, keys and agents that git is configured with. */
@NullMarked
package dev.assay.registry.signing;

import org.jspecify.annotations.NullMarked;
