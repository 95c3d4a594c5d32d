package dev.assay.ui.exchange;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A prompt or dataset that is about to be written.
 *
 * @param prompt whether it is a prompt
 * @param name what it will be called; writable
 * @param text its content
 */
record Target(boolean prompt, StringProperty name, String text) {
    Target(boolean prompt, String name, String text) {
        this(prompt, new SimpleStringProperty(name), text);
    }
}
