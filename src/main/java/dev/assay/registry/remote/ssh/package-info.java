/** The way to a remote over ssh: the user's own ssh where there is one, else one that is built in. */
@NullMarked
package dev.assay.registry.remote.ssh;

import org.jspecify.annotations.NullMarked;
