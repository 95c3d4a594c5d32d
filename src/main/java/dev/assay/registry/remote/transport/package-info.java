/** The way to one remote, over files, https or ssh: with the user's own keys, within a time, and told in words where it fails. */
@NullMarked
package dev.assay.registry.remote.transport;

import org.jspecify.annotations.NullMarked;
