/** The meaning of a template apart from its syntax: from and to Handlebars, sample values, and the check that both sides render alike. */
@NullMarked
package dev.assay.exchange.template;

import org.jspecify.annotations.NullMarked;
