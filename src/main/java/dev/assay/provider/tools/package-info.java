/** Tools as several protocols write and read them: functions with a JSON Schema, called by name. */
@NullMarked
package dev.assay.provider.tools;

import org.jspecify.annotations.NullMarked;
