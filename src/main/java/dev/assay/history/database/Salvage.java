package dev.assay.history.database;

import dev.assay.llm.StorageException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.tools.ChangeFileEncryption;
import org.h2.tools.Recover;
import org.h2.util.ScriptReader;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What could be read of a damaged history.
 *
 * @param setAside where the damaged file is now, as it was
 * @param runs found
 * @param calls found, those of logs included
 * @param lost statements of the recovered script that failed, each a row or a table
 */
public record Salvage(Path setAside, long runs, long calls, long lost) {
    private static final Logger LOG = LoggerFactory.getLogger(Salvage.class);
    private static final String DAMAGED = "damaged";

    /** How the recovery tool's script fills a table with what it found of it. */
    private static final Pattern WHOLE_TABLE =
            Pattern.compile("INSERT INTO (\\S+) SELECT \\* FROM (\\S+?);?", Pattern.CASE_INSENSITIVE);

    /** A row may be there without the one that it is a part of, or without a part that it cannot do without. */
    private static final List<String> HALVES = List.of(
            "set referential_integrity false",
            "delete from cell where not exists (select 1 from invocation call where call.run_id = cell.run_id"
                    + " and call.variant_index = cell.variant_index and call.case_index = cell.case_index"
                    + " and call.repeat_index = cell.repeat_index and call.call_index = 0)",
            "delete from cell where not exists (select 1 from run_variant variant where variant.run_id = cell.run_id"
                    + " and variant.variant_index = cell.variant_index)",
            "delete from cell where run_id not in (select id from run)",
            orphans("invocation"),
            orphans("score"),
            "delete from run_variant where run_id not in (select id from run)",
            "delete from run_case where run_id not in (select id from run)",
            "delete from run_source where run_id not in (select id from run)",
            "delete from run_batch where run_id not in (select id from run)",
            "delete from vote where run_id not in (select id from run)",
            "set referential_integrity true");

    /**
     * Sets a damaged file aside and puts in its place what H2's recovery tool can read of it; an empty history where
     * that is nothing. The caller holds the history, and nobody has it open.
     */
    static Salvage of(DatabaseFile history) {
        try (Workshop workshop = Workshop.of(history)) {
            long lost = rebuild(history, workshop);
            long[] counts;
            try {
                counts = counts(workshop.made());
            } catch (StorageException e) {
                LOG.warn("What was salvaged cannot be opened, so the history begins anew: {}", e.getMessage());
                deleteMade(workshop);
                counts = counts(workshop.made());
            }
            if (history.isEncrypted()) {
                encrypt(workshop.resolve(""), DatabaseFile.DATABASE, null, history.requirePassphrase());
            }
            return new Salvage(workshop.swap(DAMAGED), counts[0], counts[1], lost);
        }
    }

    /** For the user. */
    public String sentence() {
        return "The damaged history was set aside as " + setAside + "; salvaged of it: " + runs + " runs and " + calls
                + " calls" + (lost == 0 ? "" : ", while " + lost + " pieces could not be read")
                + ". A backup is put back by: assay history restore FILE";
    }

    private static long rebuild(DatabaseFile history, Workshop workshop) {
        try {
            Files.copy(history.path(), workshop.resolve(DAMAGED + ".mv.db"));
            if (history.isEncrypted()) {
                encrypt(workshop.resolve(""), DAMAGED, history.requirePassphrase(), null);
            }
            var recover = new Recover();
            recover.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
            recover.runTool("-dir", workshop.resolve("").toString(), "-db", DAMAGED);
            return run(workshop.resolve(DAMAGED + ".h2.sql"), workshop.made());
        } catch (IOException e) {
            throw DatabaseFile.failed("Cannot salvage the run history " + history.path(), e);
        } catch (SQLException | RuntimeException e) {
            if (e instanceof StorageException storage) {
                throw storage;
            }
            LOG.warn("Nothing can be salvaged of {}: {}", history.path(), HistorySession.reason(e));
            LOG.debug("It failed so", e);
            deleteMade(workshop);
            return 1;
        }
    }

    private static void deleteMade(Workshop workshop) {
        try {
            Files.deleteIfExists(workshop.made().path());
        } catch (IOException e) {
            throw DatabaseFile.failed("Cannot tidy up " + workshop.made().path(), e);
        }
    }

    /** Runs what it can of a script; returns how many statements failed. */
    private static long run(Path script, DatabaseFile made) throws IOException, SQLException {
        long failed = 0;
        try (Connection connection = DriverManager.getConnection(made.url(), DatabaseFile.USER, "");
                Statement statement = connection.createStatement();
                Reader text = Files.newBufferedReader(script, StandardCharsets.UTF_8)) {
            var reader = new ScriptReader(text);
            reader.setSkipRemarks(true);
            for (String sql = reader.readStatement(); sql != null; sql = reader.readStatement()) {
                if (!sql.isBlank()) {
                    try {
                        statement.execute(sql);
                    } catch (SQLException e) {
                        LOG.debug("Lost: {}", sql, e);
                        Matcher table = WHOLE_TABLE.matcher(sql.strip());
                        failed += table.matches() ? copyRows(connection, table.group(2), table.group(1)) : 1;
                    }
                }
            }
        }
        return failed;
    }

    /** Copies a table row by row, so that a damaged one takes no other with it; returns how many are lost. */
    private static long copyRows(Connection connection, String from, String to) throws SQLException {
        long lost = 0;
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from " + from)) {
            int columns = rows.getMetaData().getColumnCount();
            String places = String.join(", ", Collections.nCopies(columns, "?"));
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into " + to + " values (" + places + ")")) {
                while (rows.next()) {
                    try {
                        for (int column = 1; column <= columns; column++) {
                            insert.setObject(column, rows.getObject(column));
                        }
                        insert.executeUpdate();
                    } catch (SQLException e) {
                        lost++;
                        LOG.debug("Lost a row of {}", to, e);
                    }
                }
            }
        } finally {
            connection.commit();
            connection.setAutoCommit(true);
        }
        return lost;
    }

    private static long[] counts(DatabaseFile made) {
        try (HistorySession session = made.open("salvaged", false, () -> {})) {
            HALVES.forEach(session.handle()::execute);
            return new long[] {
                count(session.handle(), "run"),
                Math.max(
                        count(session.handle(), "call_figures"),
                        count(session.handle(), "invocation") + count(session.handle(), "single_call"))
            };
        }
    }

    private static String orphans(String table) {
        return "delete from " + table + " part where not exists (select 1 from cell where cell.run_id = part.run_id"
                + " and cell.variant_index = part.variant_index and cell.case_index = part.case_index"
                + " and cell.repeat_index = part.repeat_index)";
    }

    private static long count(Handle handle, String table) {
        return handle.createQuery("select count(*) from " + table)
                .mapTo(Long.class)
                .one();
    }

    /** Changes the encryption of a closed file; a null passphrase stands for none. */
    static void encrypt(Path folder, String database, @Nullable String before, @Nullable String after) {
        try {
            ChangeFileEncryption.execute(
                    folder.toString(), database, DatabaseFile.CIPHER, chars(before), chars(after), true);
        } catch (SQLException e) {
            throw new StorageException(
                    "Cannot change the encryption of the run history: " + HistorySession.reason(e), e);
        }
    }

    private static char @Nullable [] chars(@Nullable String text) {
        return text == null ? null : text.toCharArray();
    }
}
