/** Keys outside of the environment and of the repository: in the keychain of the system, or in a file that a passphrase opens. */
@NullMarked
package dev.assay.settings.secret;

import org.jspecify.annotations.NullMarked;
