package dev.assay.settings;

import dev.assay.llm.InputException;
import org.jspecify.annotations.Nullable;

/**
 * The database server that keeps a team's history, as the workspace's {@code history.yaml} names it.
 *
 * @param url its JDBC address
 * @param user who logs in, or null where the address says so
 * @param password of the user, or null where the server asks for none
 */
public record HistoryServer(
        YamlField url, @Nullable YamlField user, @Nullable YamlField password) {
    private static final String SCHEME = "jdbc:postgresql:";

    /**
     * What to log in with. Its password is not told.
     *
     * @param url its JDBC address
     * @param user may be empty
     * @param password may be empty
     */
    public record Login(String url, String user, String password) {
        /** The address without what may be secret. */
        @Override
        public String toString() {
            return url.replaceFirst("[?].*", "");
        }
    }

    /**
     * The login with the user's keys in it.
     *
     * @throws InputException where a key is not there, the password stands in the file, or the address is no such one
     */
    public Login login(KeySource keys) {
        String address = expanded(url, keys);
        if (!address.startsWith(SCHEME) || address.contains("password=")) {
            throw url.error(url.name() + " must be an address such as jdbc:postgresql://db.example/assay, without the"
                    + " password, which stands in databasePassword");
        }
        if (password != null && EnvironmentText.holdsLiteral(password.text())) {
            throw password.error(password.name() + " holds a password, which git keeps for ever: put it into an"
                    + " environment variable, or keep it with assay keys set NAME, and write ${NAME} here");
        }
        return new Login(
                address, user == null ? "" : expanded(user, keys), password == null ? "" : expanded(password, keys));
    }

    private static String expanded(YamlField field, KeySource keys) {
        EnvironmentText text = EnvironmentText.expand(field.text().strip(), keys);
        if (!text.missing().isEmpty()) {
            throw field.error(
                    field.name() + ": " + String.join(", ", text.missing()) + " is not set in " + keys.places());
        }
        return text.value();
    }
}
