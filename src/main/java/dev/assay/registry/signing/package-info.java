/**
 * Signed commits and tags, by the programs and keys that git is configured with: gpg for OpenPGP, gpgsm for X.509,
 * ssh-keygen for SSH keys. Their agents and cards work as they do with git itself.
 */
@NullMarked
package dev.assay.registry.signing;

import org.jspecify.annotations.NullMarked;
