/** Who the user is at a remote: asked of git's own helper, and so of the keychain, and then of the user. */
@NullMarked
package dev.assay.registry.remote.credential;

import org.jspecify.annotations.NullMarked;
