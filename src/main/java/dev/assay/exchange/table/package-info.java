/** Cases in rows: CSV and JSONL, with columns mapped to inputs. */
@NullMarked
package dev.assay.exchange.table;

import org.jspecify.annotations.NullMarked;
