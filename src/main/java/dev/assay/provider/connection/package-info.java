/** Connections: the one client of the program, its sockets, and the ways over a proxy. */
@NullMarked
package dev.assay.provider.connection;

import org.jspecify.annotations.NullMarked;
