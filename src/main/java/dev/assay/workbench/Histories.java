package dev.assay.workbench;

import dev.assay.history.SqlRunHistory;
import dev.assay.history.database.DatabaseFile;
import dev.assay.history.database.HistoryServerSource;
import dev.assay.settings.HistoryServer;
import dev.assay.settings.HistorySettings;
import dev.assay.settings.KeySource;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Where the history of a workspace is kept: in a file, or on the server of a team.
 *
 * @param root the workspace folder, in which {@code history.yaml} may name a server
 * @param folder the workspace's private folder
 * @param keys where passwords are looked up
 */
public record Histories(Path root, Path folder, KeySource keys) {

    /** Those of a workspace. */
    public static Histories of(Path root, KeySource keys) {
        return new Histories(root, PrivateFolder.in(root), keys);
    }

    /**
     * The one that is used. Nothing is opened before it is.
     *
     * @param face who opens it, as others are told
     * @param notices hears one line for the user when another process is in the way
     * @throws dev.assay.llm.InputException where {@code history.yaml} is wrong, or names a key that is not there
     */
    SqlRunHistory open(String face, Consumer<String> notices) {
        HistorySettings settings = HistorySettings.read(root.resolve(HistorySettings.FILE));
        return settings.server().isPresent() ? server(settings.server().get()) : local(face, notices);
    }

    /** The one in the file, which is there even where a server is used. */
    public SqlRunHistory local(String face, Consumer<String> notices) {
        return SqlRunHistory.open(
                folder, face, notices, () -> keys.find(DatabaseFile.PASSPHRASE).map(found -> found.secret()));
    }

    private SqlRunHistory server(HistoryServer server) {
        HistoryServer.Login login = server.login(keys);
        return SqlRunHistory.on(
                new HistoryServerSource(login.url(), login.user(), login.password()), folder.resolve("team"));
    }
}
