package dev.assay.history.search;

import dev.assay.llm.StorageException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The words of all calls. It holds nothing that the history does not hold, and is made anew where it is lost. Every
 * method throws {@link StorageException} where its folder cannot be read or written.
 */
public final class WordIndex implements AutoCloseable {
    private static final String ID = "id";
    private static final String TIME = "time";
    private static final String TEXT = "text";
    private static final String HISTORY = "history";
    private static final int AT_ONCE = 500;
    private static final long NANOS = 1_000_000_000L;
    private static final Sort NEWEST_FIRST =
            new Sort(new SortField(TIME, SortField.Type.LONG, true), new SortField(ID, SortField.Type.STRING, true));

    /** Lucene says on every start that the JDK has a faster arithmetic for vectors, of which there are none here. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    private final StandardAnalyzer analyzer = new StandardAnalyzer();
    private final Directory directory;
    private final IndexWriter writer;

    static {
        LUCENE.setLevel(Level.SEVERE);
    }

    private WordIndex(Directory directory) throws IOException {
        this.directory = directory;
        this.writer = new IndexWriter(directory, new IndexWriterConfig(analyzer));
    }

    /**
     * The index in a folder; made where it is missing.
     *
     * @param folder null for one that ends with this process
     */
    public static WordIndex open(@Nullable Path folder) {
        try {
            return new WordIndex(folder == null ? new ByteBuffersDirectory() : FSDirectory.open(folder));
        } catch (IOException e) {
            throw failed("open", folder == null ? "in memory" : folder.toString(), e);
        }
    }

    /**
     * How far each table of the history was read.
     *
     * @return by table, the number of the last call that is here; empty where the index is of another history
     */
    public Map<String, Long> readUpTo(String historyId) {
        var marks = new HashMap<String, Long>();
        boolean same = false;
        for (var entry : commitData().entrySet()) {
            if (entry.getKey().equals(HISTORY)) {
                same = entry.getValue().equals(historyId);
            } else {
                marks.put(entry.getKey(), Long.valueOf(entry.getValue()));
            }
        }
        return same ? marks : Map.of();
    }

    private Map<String, String> commitData() {
        var data = new HashMap<String, String>();
        Iterable<Map.Entry<String, String>> live = writer.getLiveCommitData();
        if (live != null) {
            live.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return data;
    }

    /** Forgets everything. */
    public void clear() {
        try {
            writer.deleteAll();
            writer.setLiveCommitData(Map.<String, String>of().entrySet());
            writer.commit();
        } catch (IOException e) {
            throw failed("write", directory.toString(), e);
        }
    }

    /** Takes in texts, in place of those of the same call. */
    public void add(List<IndexedText> texts) {
        try {
            for (IndexedText text : texts) {
                var document = new Document();
                document.add(new StringField(ID, text.id(), Store.NO));
                document.add(new SortedDocValuesField(ID, new BytesRef(text.id())));
                document.add(new LongPoint(TIME, nanos(text.startedAt())));
                document.add(new NumericDocValuesField(TIME, nanos(text.startedAt())));
                document.add(new TextField(TEXT, text.text(), Store.NO));
                writer.updateDocument(new Term(ID, text.id()), document);
            }
        } catch (IOException e) {
            throw failed("write", directory.toString(), e);
        }
    }

    /** Puts on disk what was taken in, and how far that went. */
    public void commit(String historyId, Map<String, Long> readUpTo) {
        var data = new HashMap<String, String>();
        data.put(HISTORY, historyId);
        readUpTo.forEach((table, number) -> data.put(table, number.toString()));
        try {
            writer.setLiveCommitData(data.entrySet());
            writer.commit();
        } catch (IOException e) {
            throw failed("write", directory.toString(), e);
        }
    }

    /** A call that was found. */
    public record Found(String id, Instant startedAt) {}

    /**
     * Tells the calls whose texts hold the words, the newest first, some at once, until the hearer has had enough or
     * there are no more.
     *
     * @param upTo the newest moment that is meant
     * @param more hears some calls, at least one; returns whether it wants more
     */
    public void search(Words words, Instant upTo, Predicate<List<Found>> more) {
        Query query = new BooleanQuery.Builder()
                .add(query(words), Occur.MUST)
                .add(LongPoint.newRangeQuery(TIME, Long.MIN_VALUE, nanos(upTo)), Occur.FILTER)
                .build();
        try (IndexReader reader = DirectoryReader.open(writer)) {
            var searcher = new IndexSearcher(reader);
            FieldDoc last = null;
            while (true) {
                ScoreDoc[] hits = searcher.searchAfter(last, query, AT_ONCE, NEWEST_FIRST, false).scoreDocs;
                if (hits.length == 0
                        || !more.test(Arrays.stream(hits).map(WordIndex::found).toList())) {
                    return;
                }
                last = (FieldDoc) hits[hits.length - 1];
            }
        } catch (IOException e) {
            throw failed("read", directory.toString(), e);
        }
    }

    private static Found found(ScoreDoc hit) {
        Object[] order = ((FieldDoc) hit).fields;
        long nanos = (Long) order[0];
        return new Found(
                ((BytesRef) order[1]).utf8ToString(),
                Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS)));
    }

    private Query query(Words words) {
        var all = new BooleanQuery.Builder();
        boolean wanted = false;
        for (Words.Term term : words.terms()) {
            Query query = query(term);
            if (query != null) {
                all.add(query, term.excluded() ? Occur.MUST_NOT : Occur.MUST);
                wanted |= !term.excluded();
            } else if (!term.excluded()) {
                return new MatchNoDocsQuery("No letter or digit in it");
            }
        }
        if (!wanted) {
            all.add(new MatchAllDocsQuery(), Occur.MUST);
        }
        return all.build();
    }

    /** Null where there is no letter or digit in it. */
    private @Nullable Query query(Words.Term term) {
        String text = term.text();
        if (!term.phrase() && text.length() > 1 && text.endsWith("*")) {
            String beginning = text.substring(0, text.length() - 1).toLowerCase(Locale.ROOT);
            return new PrefixQuery(new Term(TEXT, beginning));
        }
        // A word such as non-stop is two words for the index, which must follow one another too.
        return new QueryBuilder(analyzer).createPhraseQuery(TEXT, text);
    }

    private static long nanos(Instant time) {
        try {
            return Math.addExact(Math.multiplyExact(time.getEpochSecond(), NANOS), time.getNano());
        } catch (ArithmeticException e) {
            return time.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    @Override
    public void close() {
        try (directory;
                writer) {
            analyzer.close();
        } catch (IOException e) {
            throw failed("write", directory.toString(), e);
        }
    }

    private static StorageException failed(String what, String where, IOException e) {
        return new StorageException(
                "Cannot " + what + " the index of words " + where + ": " + e.getMessage()
                        + "; it may be deleted, it is made anew from the history",
                e);
    }
}
