package dev.assay.provider.local;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The model: makes a vector of length 1 out of a text. Every run is on the thread that asks and of one text alone, since
 * the vectors of a model with whole numbers depend on what else is in a batch. Thread-safe.
 */
final class SentenceEncoder {
    /** Longest text that the model reads at once, in tokens, with the two marks around it. */
    static final int MOST_TOKENS = 256;

    private static final int MARKS = 2;
    private static final String FILES = "/all-minilm-l6-v2-q";

    private final OrtEnvironment runtime = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final Vocabulary vocabulary;
    private final WordPieces pieces;
    private final int begin;
    private final int end;

    /**
     * A vector.
     *
     * @param values of length 1
     * @param tokens how long the text was, marks included
     * @param windows in how many parts it was read: more than one where it is longer than the model reads at once
     */
    record Encoded(float[] values, int tokens, int windows) {}

    private SentenceEncoder(byte[] model, Vocabulary vocabulary) throws OrtException {
        runtime.setTelemetry(false);
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = runtime.createSession(model, options);
        }
        this.vocabulary = vocabulary;
        this.pieces = new WordPieces(vocabulary);
        this.begin = vocabulary.require("[CLS]");
        this.end = vocabulary.require("[SEP]");
    }

    /** Loads model and runtime, which takes about a second. */
    static SentenceEncoder load() throws IOException, OrtException {
        try (InputStream model = file(".onnx");
                InputStream tokenizer = file("-tokenizer.json")) {
            return new SentenceEncoder(model.readAllBytes(), Vocabulary.read(tokenizer));
        }
    }

    private static InputStream file(String ending) throws IOException {
        InputStream file = SentenceEncoder.class.getResourceAsStream(FILES + ending);
        if (file == null) {
            throw new IOException(FILES + ending + " is not in this installation");
        }
        return file;
    }

    /** The vector of a text: where it is too long, the mean of its parts, each of as much weight as it is long. */
    Encoded encode(String text) throws OrtException, InterruptedException {
        List<int[]> windows = Windows.of(pieces.of(text), MOST_TOKENS - MARKS, vocabulary);
        if (windows.size() == 1) {
            int[] only = windows.getFirst();
            return new Encoded(Vectors.unit(run(only)), only.length + MARKS, 1);
        }
        double[] sum = new double[0];
        int tokens = 0;
        for (int[] window : windows) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            sum = Vectors.plus(sum, Vectors.unit(run(window)), window.length);
            tokens += window.length + MARKS;
        }
        return new Encoded(Vectors.unit(sum), tokens, windows.size());
    }

    /** The mean of what the model makes of each token. */
    private double[] run(int[] window) throws OrtException {
        long[] numbers = new long[window.length + MARKS];
        numbers[0] = begin;
        for (int i = 0; i < window.length; i++) {
            numbers[i + 1] = window[i];
        }
        numbers[numbers.length - 1] = end;
        long[] ones = new long[numbers.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor ids = tensor(numbers);
                OnnxTensor read = tensor(ones);
                OnnxTensor kinds = tensor(new long[numbers.length]);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", ids, "attention_mask", read, "token_type_ids", kinds))) {
            FloatBuffer states = ((OnnxTensor) result.get(0)).getFloatBuffer();
            return Vectors.sumOfRows(states, numbers.length);
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(runtime, LongBuffer.wrap(values), new long[] {1, values.length});
    }
}
