package dev.assay.workbench;

import dev.assay.llm.InputException;
import dev.assay.llm.ModelId;
import dev.assay.pricing.PriceTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The price table as the workspace's own list has it now, since users mend it while the window is open. Thread-safe. */
final class Prices {
    private final Path file;
    private @Nullable PriceTable table;
    private String stamp = "";

    Prices(Path file) {
        this.file = file;
    }

    /** The table; throws {@link InputException} where the workspace's list is wrong. */
    synchronized PriceTable table() {
        String now = stamp();
        PriceTable known = table;
        if (known == null || !now.equals(stamp)) {
            known = PriceTable.with(file);
            table = known;
            stamp = now;
        }
        return known;
    }

    /** The table, without the workspace's own list where that is wrong: for what is shown, not for what is recorded. */
    PriceTable forDisplay() {
        try {
            return table();
        } catch (InputException e) {
            return PriceTable.standard();
        }
    }

    /** A sentence for each of these models that its provider has retired. */
    List<String> retired(List<ModelId> models) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        PriceTable now = table();
        return models.stream()
                .distinct()
                .flatMap(model -> now.rowOf(model, today).filter(row -> row.isRetired(today)).stream()
                        .map(row -> model + " was retired on " + row.retires()
                                + " by the price list: its provider may refuse it"))
                .toList();
    }

    private String stamp() {
        try {
            Map<String, Object> facts = Files.readAttributes(file, "lastModifiedTime,size");
            return facts.get("lastModifiedTime") + " " + facts.get("size");
        } catch (IOException e) {
            return "";
        }
    }
}
