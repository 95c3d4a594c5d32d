package dev.assay.ui.settings;

import dev.assay.llm.outbound.Contact;
import dev.assay.llm.outbound.OutboundLog;
import dev.assay.ui.fx.Messages;
import dev.assay.ui.fx.RelativeTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.util.Duration;

/** Shows which hosts were contacted since the program was started, and why. It looks again while it is in sight. */
public final class ConnectionsController {
    private final OutboundLog log;
    private final Timeline looking = new Timeline(new KeyFrame(Duration.seconds(1), event -> refresh()));

    @FXML
    private Node none;

    @FXML
    private TableView<Contact> table;

    @FXML
    private TableColumn<Contact, String> host;

    @FXML
    private TableColumn<Contact, String> purpose;

    @FXML
    private TableColumn<Contact, String> first;

    @FXML
    private TableColumn<Contact, String> last;

    @FXML
    private TableColumn<Contact, String> calls;

    @FXML
    private TableColumn<Contact, String> sent;

    @FXML
    private TableColumn<Contact, String> received;

    /** The contacts of a log. */
    public ConnectionsController(OutboundLog log) {
        this.log = log;
        looking.setCycleCount(Animation.INDEFINITE);
    }

    @FXML
    private void initialize() {
        fill(host, Contact::host);
        fill(purpose, contact -> words(contact));
        fill(first, contact -> ago(contact.first()));
        fill(last, contact -> ago(contact.last()));
        fill(calls, contact -> String.format(Locale.ROOT, "%,d", contact.calls()));
        fill(sent, contact -> size(contact.sent()));
        fill(received, contact -> size(contact.received()));
        List.of(calls, sent, received).forEach(column -> column.getStyleClass().add("figure-column"));
        table.visibleProperty().bind(none.visibleProperty().not());
        refresh();
    }

    /** Begins to look while the pane is in sight, or stops. */
    void look(boolean inSight) {
        if (inSight) {
            refresh();
            looking.play();
        } else {
            looking.stop();
        }
    }

    private void refresh() {
        List<Contact> now = log.contacts();
        none.setVisible(now.isEmpty());
        if (!table.getItems().equals(now)) {
            table.getItems().setAll(now);
        }
    }

    private static void fill(TableColumn<Contact, String> column, Function<Contact, String> content) {
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(content.apply(row.getValue())));
        column.setSortable(false);
    }

    private static String ago(Instant moment) {
        return RelativeTime.of(moment, Instant.now());
    }

    private static String words(Contact contact) {
        return switch (contact.purpose()) {
            case CHAT -> Messages.get("connections.chat");
            case BATCH -> Messages.get("connections.batch");
            case MODELS -> Messages.get("connections.models");
            case EMBEDDINGS -> Messages.get("connections.embeddings");
            case MODERATION -> Messages.get("connections.moderation");
            case TOKEN_COUNT -> Messages.get("connections.tokens");
            case GIT -> Messages.get("connections.git");
            case CACHE -> Messages.get("connections.cache");
            case HISTORY -> Messages.get("connections.history");
            case TELEMETRY -> Messages.get("connections.telemetry");
            case PROXY -> Messages.get("connections.proxy");
        };
    }

    private static String size(long bytes) {
        if (bytes == 0) {
            return "\u2013";
        }
        return bytes < 1000
                ? bytes + " B"
                : bytes < 1_000_000
                        ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
