package dev.assay.history.database;

import dev.assay.llm.StorageException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;

/** The tables, made and changed by numbered files. */
public final class Schema {
    /** The number of the last migration file. */
    public static final int NEWEST = 6;

    public static final String FOLDER = "dev/assay/history/migration";
    private static final String LOG = "flyway_schema_history";

    private Schema() {}

    /** Runs the migrations that are missing; asks first, since Flyway takes longer to start than a run to be read. */
    static void bringUpToDate(Handle handle, DataSource source, String name) {
        int version = version(handle);
        if (version > NEWEST) {
            throw new StorageException("The run history " + name + " was written by a newer Assay (its version is "
                    + version + ", this one knows " + NEWEST + "): start the newer Assay, or move the file away");
        }
        if (version < NEWEST) {
            Flyway.configure()
                    .loggers("slf4j")
                    .dataSource(source)
                    .locations("classpath:" + FOLDER)
                    .load()
                    .migrate();
        }
    }

    private static int version(Handle handle) {
        boolean none = handle.createQuery("select count(*) from information_schema.tables where table_name = :log")
                        .bind("log", LOG)
                        .mapTo(Integer.class)
                        .one()
                == 0;
        return none
                ? 0
                : handle.createQuery("select coalesce(max(cast(\"version\" as integer)), 0) from \"" + LOG
                                + "\" where \"success\"")
                        .mapTo(Integer.class)
                        .one();
    }
}
