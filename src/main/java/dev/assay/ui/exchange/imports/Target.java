package dev.assay.ui.exchange.imports;

import dev.assay.exchange.conversion.ImportedDataset;
import dev.assay.exchange.conversion.ImportedPrompt;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A prompt or dataset that is about to be written. */
sealed interface Target {

    /** What it will be called; writable. */
    StringProperty name();

    /** Its content as far as it is shown. */
    String preview();

    /** A prompt. */
    record Prompt(ImportedPrompt prompt, StringProperty name) implements Target {
        Prompt(ImportedPrompt prompt) {
            this(prompt, new SimpleStringProperty(prompt.name()));
        }

        @Override
        public String preview() {
            return prompt.text();
        }

        ImportedPrompt named() {
            return new ImportedPrompt(name.get().strip(), prompt.text());
        }
    }

    /**
     * A dataset.
     *
     * @param preview how its file begins
     */
    record Cases(ImportedDataset dataset, StringProperty name, String preview) implements Target {
        private static final int SHOWN = 10_000;

        /** Reads the beginning of the file, so never on the FX thread. */
        static Cases of(ImportedDataset dataset) {
            String head = dataset.content().head(SHOWN);
            return new Cases(
                    dataset, new SimpleStringProperty(dataset.name()), head.length() < SHOWN ? head : head + "\n…");
        }

        ImportedDataset named() {
            return dataset.named(name.get().strip());
        }
    }
}
