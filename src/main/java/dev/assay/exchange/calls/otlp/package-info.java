/** Single calls as OpenTelemetry traces and metrics, sent to a collector that the user names. */
@NullMarked
package dev.assay.exchange.calls.otlp;

import org.jspecify.annotations.NullMarked;
