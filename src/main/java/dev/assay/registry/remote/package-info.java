/** Talks to the remotes that the user named, and to no other host: fetch, pull, push, with their own credentials and keys. */
@NullMarked
package dev.assay.registry.remote;

import org.jspecify.annotations.NullMarked;
