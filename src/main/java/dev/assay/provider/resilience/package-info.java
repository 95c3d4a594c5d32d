/** What every provider needs around its protocol: tries, queues, limits, and rest for a server in trouble. */
@NullMarked
package dev.assay.provider.resilience;

import org.jspecify.annotations.NullMarked;
