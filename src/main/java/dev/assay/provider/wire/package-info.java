/** What every protocol speaks in: requests as bodies, answers as parts, apart from how they travel. */
@NullMarked
package dev.assay.provider.wire;

import org.jspecify.annotations.NullMarked;
